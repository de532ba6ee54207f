using Euralios.Grader.Lab;
using Euralios.Grader.Result;
using Euralios.Grader.Tracing;

namespace Euralios.Grader.Checks;

/// <summary>Judges the trace or the console by an expectation file. <c>{seed}</c> is the boot's seed as hexadecimal digits.</summary>
internal static class PatternEvaluator
{
    public static Verdict Judge(Evaluation evaluation)
    {
        var ofTrace = evaluation.Check.Kind == CheckKind.Trace;
        var name = CheckReader.ExpectedFile(evaluation.Check);
        var path = Path.Combine(evaluation.Inputs.Lab.Folder, name);
        var seed = new Dictionary<string, string> { ["seed"] = Convert.ToHexStringLower(evaluation.Record.Request.Seed) };
        Expectation expectation;
        try
        {
            expectation = Expectation.Parse(name, File.ReadAllText(path));
        }
        catch (Exception defect) when (defect is TraceFormatException or IOException)
        {
            return Verdict.Fail($"the expectation itself is wrong: {defect.Message}");
        }

        var lines = ofTrace ? TextLine.Of(evaluation.Trace) : TextLine.Of(evaluation.Record.Console);
        return expectation.Match(lines, seed).Mismatch is { } mismatch ? Verdict.Fail(mismatch.Summary, [.. mismatch.Render()]) : Verdict.Pass;
    }
}
