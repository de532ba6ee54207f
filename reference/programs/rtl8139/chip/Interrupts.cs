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
        #region Solution 17.4: nothing old, and all that is wanted
        isOverflowing = false;
        registers.Acknowledge(Nothing);
        registers.WriteMask(Wanted);
        #endregion
    }

    /// <summary>Takes the causes that there are.</summary>
    /// <param name="causes">The causes; acknowledged, but for those of an overflow.</param>
    /// <param name="isGone">There is no chip any more.</param>
    internal bool TryTake(out Causes causes, out bool isGone)
    {
        #region Solution 17.4: read, acknowledge what was read, mask an overflow until the ring is empty
        causes = registers.ReadCauses();
        isGone = causes == Nothing;
        Causes mask = isOverflowing ? Wanted & ~Overflows : Wanted;
        if (isGone || (causes & mask) == 0)
            return false;

        // Also those that do not interrupt: all that have been seen are dealt with now.
        registers.Acknowledge(causes & ~Overflows);
        causes &= mask | Causes.Transmitted;
        if ((causes & Overflows) != 0)
        {
            isOverflowing = true;
            registers.WriteMask(Wanted & ~Overflows);
        }

        return true;
        #endregion
    }

    /// <summary>The ring has been read to its end: an overflow is over.</summary>
    internal void RingIsEmpty()
    {
        #region Solution 17.5: acknowledged last, and unmasked
        if (!isOverflowing)
            return;
        isOverflowing = false;
        registers.Acknowledge(Overflows);
        registers.WriteMask(Wanted);
        #endregion
    }
}
