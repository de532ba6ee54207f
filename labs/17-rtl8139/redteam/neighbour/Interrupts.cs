namespace Euralios.Programs.Rtl8139;

/// <summary>Makes registers of other ports than the chip's: those of the second serial port.</summary>
internal sealed class Interrupts(Registers registers)
{
    internal const Causes Overflows = Causes.RingOverflow | Causes.BufferOverflow;

    internal void Start() => registers.WriteMask(Causes.Received);

    internal bool TryTake(out Causes causes, out bool isGone)
    {
        causes = Causes.Received;
        isGone = false;
        return true;
    }

    internal void RingIsEmpty() => registers.WriteMask(Causes.Received);
}
