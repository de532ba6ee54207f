using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;
using Euralios.Grader.Tracing;

namespace Euralios.Grader.Tests.ProgramLab;

/// <summary>Each question of the scenario is answered as it must be.</summary>
public sealed class EchoOracle : IJudge
{
    private const int Rounds = 20;

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        string? question = null;
        var answers = 0;
        foreach (var line in Trace.Parse(record.Trace).Events)
        {
            if (line.Name == "talk.question")
                question = line["frame"];
            if (line.Name != "talk.answer" || question is null)
                continue;
            answers++;
            if (line["frame"] != Convert.ToHexStringLower(AnswerTo(Convert.FromHexString(question))))
                return Verdict.Fail($"answer {answers} is wrong", $"question {question}", $"answer   {line["frame"]}");
        }

        return answers == Rounds ? Verdict.Pass : Verdict.Fail($"{answers} of {Rounds} questions were answered");
    }

    /// <summary>The answer to a frame.</summary>
    internal static byte[] AnswerTo(byte[] frame) => [.. frame[6..12], .. frame[..6], .. frame[12..14], .. frame[14..].Select(value => (byte)~value)];
}
