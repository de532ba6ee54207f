using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;
using Euralios.Grader.Tracing;

namespace Euralios.Labs.Rtl8139;

/// <summary>What driver and chip counted, as the trace has it.</summary>
internal static class Totals
{
    /// <summary>The chip's totals; null if the driver did not come to its end.</summary>
    public static TraceEvent? Of(BootRecord record) => Trace.Parse(record.Trace).Events.LastOrDefault(line => line.Name == "chip.totals");

    /// <summary>The lines of the trace that say what happened beside the wire.</summary>
    public static string[] Lines(BootRecord record) =>
        [.. Trace.Parse(record.Trace).Events
            .Where(line => line.Name is "chip.failed" or "chip.refused" or "chip.totals" or "driver.counters" or "wire.stopped")
            .Select(line => line.Text)];

    /// <summary>A failure with those lines behind it.</summary>
    public static Verdict Explain(BootRecord record, Verdict verdict) =>
        verdict.Outcome == Outcome.Passed ? verdict : verdict with { Details = [.. verdict.Details, .. Lines(record)] };
}
