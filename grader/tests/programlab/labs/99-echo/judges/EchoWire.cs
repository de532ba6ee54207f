using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;

namespace Euralios.Grader.Tests.ProgramLab;

/// <summary>Each frame that the partner sent is answered by the next one of the guest's.</summary>
public sealed class EchoWire : IJudge
{
    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        if (record.Network is not { } network)
            return Verdict.Fail("there was no wire");

        byte[]? sent = null;
        for (var i = 0; i < network.Frames.Count; i++)
        {
            var frame = network.Frames[i];
            if (frame.Direction == FrameDirection.ToGuest)
                sent = frame.Bytes.ToArray();
            else if (sent is not null && !frame.Bytes.Span.SequenceEqual(EchoOracle.AnswerTo(sent)))
                return Wire.Fail(network, i, "is not the answer to the one before it");
        }

        return network.Notes.Count == 1 ? Verdict.Pass : Verdict.Fail("not all frames were answered", $"frames on the wire: {network.Frames.Count}");
    }
}
