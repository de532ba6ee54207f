using Euralios.Grader.Boot;
using Euralios.Grader.Result;
using Euralios.Grader.Tracing;

namespace Euralios.Grader.Checks;

/// <summary>Holds the trace against the reference's for the same seed: all events, or those named in <c>events</c>.</summary>
internal static class DifferentialEvaluator
{
    public static Verdict Judge(Evaluation evaluation, BootRecord reference)
    {
        var names = evaluation.Arguments("events");
        var expected = Select(Trace.Parse(reference.Trace), names);
        var actual = Select(evaluation.Trace, names);
        var index = expected.Zip(actual).TakeWhile(pair => pair.First.Text == pair.Second.Text).Count();
        if (index == expected.Count && index == actual.Count)
        {
            return Verdict.Pass;
        }

        var awaited = index < expected.Count ? expected[index].Text : "the end";
        var came = index < actual.Count ? $"line {actual[index].Line} is `{actual[index].Text}`" : "the trace ends";
        return Verdict.Fail(
            $"the reference wrote `{awaited}` here, but {came}",
            [
                .. actual.Take(index).TakeLast(2).Select(line => "          " + line.Text),
                "expected: " + awaited,
                "actual:   " + (index < actual.Count ? actual[index].Text : "the end"),
                .. actual.Skip(index + 1).Take(2).Select(line => "          " + line.Text),
            ]);
    }

    private static List<TraceEvent> Select(Trace trace, IReadOnlyList<string> names) =>
        [.. trace.Events.Where(line => names.Count == 0 || names.Any(pattern => NamePattern.Matches(pattern, line.Name)))];
}
