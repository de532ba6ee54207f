namespace Euralios.Programs.Rtl8139;

/// <summary>
/// The chip's interrupts: which causes there are, each acknowledged exactly once. The causes of an overflow stand until the ring has been read, and the
/// data sheet (5.7) wants them acknowledged after that; meanwhile they are masked, or the line would not fall.
/// </summary>
internal sealed class Interrupts(Registers registers)
{
    /// <summary>The causes of an overflow.</summary>
    internal const Causes Overflows = Causes.RingOverflow | Causes.BufferOverflow;

    // Frames that have left need no interrupt: their slots are looked at when one is wanted.
    private const Causes Wanted =
        Causes.Received | Causes.ReceiveError | Causes.TransmitError | Causes.LinkChange | Causes.SystemError | Overflows;

    // What a port reads as behind which there is nothing.
    private const Causes Nothing = (Causes)0xFFFF;

    private bool isOverflowing;

    /// <summary>Lets the chip interrupt.</summary>
    internal void Start()
    {
        // TODO 17.4: Acknowledge what the chip says, exactly. Start forgets and acknowledges
        // everything from before, and sets the mask. TryTake reads the causes; all ones mean that
        // the chip is gone. If none of them interrupts now it answers false and writes nothing.
        // Otherwise it acknowledges what it has read, nothing else, but for the causes of an
        // overflow: these stand until the ring has been read, and are masked meanwhile, so that the
        // line falls.
        Unwritten.Task("17.4");
    }

    /// <summary>Takes the causes that there are.</summary>
    /// <param name="causes">The causes; acknowledged, but for those of an overflow.</param>
    /// <param name="isGone">There is no chip any more.</param>
    internal bool TryTake(out Causes causes, out bool isGone)
    {
        // TODO 17.4 (continued): read, acknowledge what was read, mask an overflow until the ring
        // is empty
        causes = default;
        isGone = default;
        return Unwritten.Task<bool>("17.4");
    }

    /// <summary>The ring has been read to its end: an overflow is over.</summary>
    internal void RingIsEmpty()
    {
        // TODO 17.5: Go on after what went wrong. When the ring has been read an overflow is
        // acknowledged and unmasked. After an underrun the chip waits for more of a frame before it
        // sends, up to LastThreshold; after an abort it is told to go on. Each cause of an
        // interrupt is counted, and each restart; an error of the bus starts the whole card anew,
        // and a chip that is gone stays gone. RestartReceiver and RestartSender switch one part off
        // and on, and leave the other alone.
        Unwritten.Task("17.5");
    }
}
