using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>Runs a case in a process of its own and reports it to the first program. What ends the process ends this case and no other.</summary>
internal static unsafe class CaseReport
{
    private const int FailureStatus = 1;

    internal static void Announce(int count) => StageReport.Send(new Message(StageTags.CaseCount, (ulong)count));

    /// <summary>Runs the case.</summary>
    /// <returns>That it came to its end; from any other the process does not return.</returns>
    internal static bool Run(string name, delegate*<ref Case, void> body, ref Case instance)
    {
        StageReport.Send(StageTags.CaseBegin, name);
        body(ref instance);
        StageReport.Send(new Message(StageTags.CasePass));
        return true;
    }

    /// <summary>The first program has the totals: it sees every case.</summary>
    internal static void Finish(int passed, int failed)
    {
    }

    internal static void Fail(string because, string file, int line) => Fail(Trace.Event("").Place("at", file, line).Text("because", because));

    internal static void Fail(string what, ulong expected, ulong actual, string file, int line) =>
        Fail(Trace.Event("").Place("at", file, line).Number("expected", expected).Number("actual", actual).Text("because", what));

    private static void Fail(TraceEvent failure)
    {
        StageReport.Send(StageTags.CaseFail, failure.Line.TrimStart());
        SystemCall.KillSelf(FailureStatus);
    }
}
