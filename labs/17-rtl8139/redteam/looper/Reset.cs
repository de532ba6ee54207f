namespace Euralios.Programs.Rtl8139;

/// <summary>Waits for ever, for whatever it is.</summary>
internal static class Reset
{
    internal static bool TryRun(Registers registers)
    {
        while (registers.ReadCommand() >= 0)
        {
        }

        return true;
    }
}
