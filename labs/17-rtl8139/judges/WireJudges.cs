using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;
using Euralios.Grader.Tracing;

namespace Euralios.Labs.Rtl8139;

/// <summary>The card's first frame is on the wire, as it must be.</summary>
public sealed class WireHello : IJudge
{
    // What QEMU gives the first card.
    private static readonly byte[] Address = [0x52, 0x54, 0x00, 0x12, 0x34, 0x56];

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        if (record.Network is not { } network)
            return Verdict.Fail("there was no wire");
        var first = network.Frames.ToList().FindIndex(frame => frame.Direction == FrameDirection.FromGuest);
        if (first < 0)
            return Verdict.Fail("no frame came from the guest", Totals.Lines(record));
        var frame = network.Frames[first].Bytes.Span;
        byte[] expected = [.. Enumerable.Repeat((byte)0xFF, 6), .. Address, 0x88, 0xB4, .. new byte[46]];
        return frame.SequenceEqual(expected)
            ? Verdict.Pass
            : Wire.Fail(network, first, "is not the greeting, which goes to all, from the card's own address 52:54:00:12:34:56, with 46 zeros");
    }
}

/// <summary>Frames of every length come back.</summary>
public sealed class WireLengths : IJudge
{
    /// <summary>How many lengths there are.</summary>
    internal const int Count = TestFrame.Longest - TestFrame.Shortest + 1;

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context) => record.Network is { } network
        ? Totals.Explain(record, Echoes.All(network, 0, Count, "frames of every length"))
        : Verdict.Fail("there was no wire");
}

/// <summary>Bursts of frames come back.</summary>
public sealed class WireBursts : IJudge
{
    /// <summary>How many frames there are in all of them.</summary>
    internal const int Count = 25 * 12;

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context) => record.Network is { } network
        ? Totals.Explain(record, Echoes.All(network, WireLengths.Count, Count, "the bursts"))
        : Verdict.Fail("there was no wire");
}

/// <summary>How much a driver asks its chip: no more than the work needs.</summary>
public sealed class WireWork : IJudge
{
    private const long Frames = WireLengths.Count + WireBursts.Count;

    // For each frame that comes and goes.
    private const long MostAccesses = 20;
    private const long MostQuestions = 4;

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        if (Totals.Of(record) is not { } totals)
            return Verdict.Fail("the driver did not come to its end");
        if (totals.Number("refused") > 0)
            return Verdict.Fail("the driver did what it may not", Totals.Lines(record));
        if (totals.Number("interrupts") is not > 0)
            return Verdict.Fail("the chip never had a cause to interrupt", Totals.Lines(record));
        var questions = (long)(totals.Number("questions") ?? 0);
        if (questions > Frames * MostQuestions)
            return Verdict.Fail(
                $"the driver was asked {questions} times why its card interrupts, for {Frames} frames: the line does not fall",
                Totals.Lines(record));
        var accesses = (long)(totals.Number("accesses") ?? 0);
        return accesses <= Frames * MostAccesses
            ? Verdict.Pass
            : Verdict.Fail($"{accesses} accesses to registers for {Frames} frames, at most {MostAccesses} for each are allowed", Totals.Lines(record));
    }
}

/// <summary>A flood: what comes back is what was sent, in order; what was lost is counted; afterwards all is as before.</summary>
public sealed class FloodJudge : IJudge
{
    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        if (record.Network is not { } network)
            return Verdict.Fail("there was no wire");
        if (Trace.Parse(record.Trace).Events.Any(line => line.Name == "flood.unnoticed"))
            return Verdict.Fail("frames were lost, and the driver has not noticed");
        var sent = Echoes.Tests(network, FrameDirection.ToGuest);
        var back = Echoes.Tests(network, FrameDirection.FromGuest);
        var next = 0;
        foreach (var index in back)
        {
            var frame = network.Frames[index].Bytes;
            var from = next;
            while (next < sent.Count && !network.Frames[sent[next]].Bytes.Span.SequenceEqual(frame.Span))
                next++;
            if (next++ == sent.Count)
                return Wire.Fail(network, index, $"is none of those that were sent after frame {(from == 0 ? 0 : sent[from - 1] + 1)}", Totals.Lines(record));
        }

        return network.Notes.Contains(FloodPartner.Calm)
            ? Verdict.Pass
            : Verdict.Fail("after the flood not every frame came back", [$"{back.Count} of {sent.Count} frames came back", .. Totals.Lines(record)]);
    }
}
