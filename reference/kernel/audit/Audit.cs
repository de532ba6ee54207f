using Merriwig.Devices;
using Merriwig.Syscalls;
using Merriwig.Tracing;

namespace Merriwig.Auditing;

/// <summary>
/// The kernel counts after itself: every so many system calls it looks at all of its tables, and whether they agree with one another. Switched on by
/// <c>audit=N</c> on its command line, for tests; otherwise it costs nothing, and its tables do not exist.
/// </summary>
/// <remarks>A disagreement is a panic that says which. The time of an audit depends on how much there is, so it is nothing for a system in use.</remarks>
internal static unsafe class Audit
{
    private const ulong ReportInterval = 100;

    private static uint interval;
    private static uint calls;
    private static ulong audits;
    private static delegate*<string, void> panic;

    /// <summary>Switches it on. To be called when the kernel has all that it keeps for itself, and before there are processes.</summary>
    /// <param name="every">How many system calls there are from one audit to the next.</param>
    /// <param name="whenWrong">What is called with what is wrong.</param>
    /// <returns>False when there is no memory for its own tables.</returns>
    internal static bool TryStart(uint every, delegate*<string, void> whenWrong)
    {
        if (!ReferenceAudit.TryInitialize() || !MemoryAudit.TryInitialize())
            return false;
        interval = every;
        panic = whenWrong;
        SystemCalls.Audit = &CallMade;
        Trace.Enable(Subsystem.Audit);
        return true;
    }

    /// <summary>Something does not agree.</summary>
    /// <param name="what">What.</param>
    /// <param name="number">Whose it is.</param>
    /// <param name="recorded">What the kernel has noted.</param>
    /// <param name="counted">What it comes to.</param>
    internal static void Wrong(string what, ulong number, ulong recorded, ulong counted)
    {
        Console.WriteLine($"audit: {what} of {number}: {recorded} recorded, {counted} counted");
        EventDigest.Report();
        panic(what);
    }

    /// <summary>Two numbers must be the same.</summary>
    internal static void Compare(string what, ulong number, ulong recorded, ulong counted)
    {
        if (recorded != counted)
            Wrong(what, number, recorded, counted);
    }

    private static void CallMade()
    {
        if (++calls < interval)
            return;
        calls = 0;
        ThreadAudit.Run();
        ReferenceAudit.Run();
        MemoryAudit.Run();
        if (++audits % ReportInterval == 0)
            Trace.Event("audit.done").Number("audits", audits).End();
    }
}
