namespace Euralios.Programs.Rtl8139;

/// <summary>Reads and writes far outside of its memory.</summary>
internal static class Reset
{
    internal static bool TryRun(Registers registers)
    {
        return registers.ReadCommand() >= 0;
    }
}
