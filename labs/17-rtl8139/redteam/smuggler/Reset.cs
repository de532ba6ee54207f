namespace Euralios.Programs.Rtl8139;

/// <summary>Makes memory out of nothing.</summary>
internal static class Reset
{
    internal static bool TryRun(Registers registers)
    {
        return registers.ReadCommand() >= 0;
    }
}
