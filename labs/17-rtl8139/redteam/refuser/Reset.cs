namespace Euralios.Programs.Rtl8139;

/// <summary>Says that nothing works, which is right where nothing does.</summary>
internal static class Reset
{
    internal static bool TryRun(Registers registers)
    {
        return registers.ReadCommand() < 0;
    }
}
