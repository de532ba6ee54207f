namespace Euralios.Programs.Rtl8139;

/// <summary>Has the chip write where the driver must not: into other memory.</summary>
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
