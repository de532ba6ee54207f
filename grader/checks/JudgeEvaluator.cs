using Euralios.Grader.Result;

namespace Euralios.Grader.Checks;

/// <summary>Asks a lab's own judge. Whatever a judge throws is the kit's defect, and is called so.</summary>
internal static class JudgeEvaluator
{
    public static Verdict Judge(Evaluation evaluation)
    {
        try
        {
            var context = new JudgeContext(evaluation.Inputs.Lab, evaluation.Check, evaluation.Record.Request.Seed);
            return evaluation.Inputs.Judges.Find(evaluation.Argument("judge")) switch
            {
                null => Defect($"the lab's assembly has no class `{evaluation.Argument("judge")}`"),
                var judge => judge.Judge(evaluation.Record, context) switch
                {
                    { Outcome: Outcome.Passed or Outcome.Failed } verdict => verdict,
                    _ => Defect("it gave no verdict"),
                },
            };
        }
#pragma warning disable CA1031 // A judge is anybody's code: one that throws must cost one check, not the run.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return Defect($"{exception.GetType().Name}: {exception.Message}");
        }
    }

    private static Verdict Defect(string what) => Verdict.Fail($"the judge itself failed: {what}");
}
