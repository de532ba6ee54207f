namespace Euralios.Programs.Rtl8139;

/// <summary>Has the chip write where the driver must not: into other memory.</summary>
internal static class Reset
{
    internal static bool TryRun(Registers registers)
    {
        return registers.ReadCommand() >= 0;
    }
}
