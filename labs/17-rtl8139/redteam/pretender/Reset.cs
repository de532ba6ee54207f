namespace Euralios.Programs.Rtl8139;

/// <summary>Says that all is well, and does nothing: the least that can be written.</summary>
internal static class Reset
{
    internal static bool TryRun(Registers registers)
    {
        return registers.ReadCommand() >= 0;
    }
}
