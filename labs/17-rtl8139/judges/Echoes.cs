using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;

namespace Euralios.Labs.Rtl8139;

/// <summary>What came back of what the partner sent.</summary>
internal static class Echoes
{
    /// <summary>Each of the partner's frames comes back, in order, as it was sent.</summary>
    /// <param name="network">What was on the wire.</param>
    /// <param name="from">How many of the partner's frames were judged before.</param>
    /// <param name="count">How many are judged now.</param>
    /// <param name="what">What they are, for the verdict.</param>
    public static Verdict All(NetworkRecord network, int from, int count, string what)
    {
        var sent = Tests(network, FrameDirection.ToGuest);
        var back = Tests(network, FrameDirection.FromGuest);
        for (var i = from; i < Math.Min(sent.Count, from + count); i++)
        {
            var expected = TestFrame.Padded(network.Frames[sent[i]].Bytes.Span);
            if (i >= back.Count)
                return Wire.Fail(network, sent[i], "did not come back", $"{back.Count - from} of {sent.Count - from} frames came back");
            var actual = network.Frames[back[i]].Bytes.Span;
            if (!actual.SequenceEqual(expected))
                return Different(network, sent[i], back[i], expected);
        }

        return sent.Count >= from + count ? Verdict.Pass : Verdict.Fail($"{what} were not over: {Math.Max(0, sent.Count - from)} of {count} frames were sent");
    }

    /// <summary>The indexes of the frames that come back, or came, in their order.</summary>
    public static IReadOnlyList<int> Tests(NetworkRecord network, FrameDirection direction) =>
        [.. Enumerable.Range(0, network.Frames.Count)
            .Where(i => network.Frames[i].Direction == direction && TestFrame.IsTest(network.Frames[i].Bytes.Span))];

    /// <summary>A frame that came back, and not as it must be.</summary>
    public static Verdict Different(NetworkRecord network, int sent, int back, ReadOnlySpan<byte> expected)
    {
        var actual = network.Frames[back].Bytes.Span;
        if (actual.Length != expected.Length)
            return Wire.Fail(network, back, $"has {actual.Length} bytes, and the one that it answers, frame {sent + 1}, {expected.Length} on a wire");
        var at = actual.CommonPrefixLength(expected);
        return Wire.Fail(network, back, $"is not frame {sent + 1}, which it answers: byte {at} is {actual[at]:x2}, not {expected[at]:x2}");
    }
}
