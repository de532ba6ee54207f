using System.Globalization;
using Euralios.Grader.Boot;
using Euralios.Grader.Result;

namespace Euralios.Grader.Checks;

/// <summary>How judges of kind <c>wire</c> show frames: by their numbers, which are those of the capture's file in Wireshark, and as bytes.</summary>
public static class Wire
{
    private const int BytesInLine = 16;
    private const int MostLines = 8;

    /// <summary>A failure that a frame shows.</summary>
    /// <param name="network">What was on the wire.</param>
    /// <param name="index">The frame's index, from 0.</param>
    /// <param name="reason">What is wrong with it, in words that follow on "frame 3 ".</param>
    /// <param name="details">Further lines, before the bytes.</param>
    public static Verdict Fail(NetworkRecord network, int index, string reason, params IEnumerable<string> details)
    {
        ArgumentNullException.ThrowIfNull(network);
        return Verdict.Fail($"frame {index + 1} {reason}", [.. details, .. Show(network, index)]);
    }

    /// <summary>A frame in lines: which way it went and how long it is, then its first bytes.</summary>
    public static IEnumerable<string> Show(NetworkRecord network, int index)
    {
        ArgumentNullException.ThrowIfNull(network);
        var frame = network.Frames[index];
        return Show(frame.Bytes.Span).Prepend(
            $"frame {index + 1} {(frame.Direction == FrameDirection.FromGuest ? "from" : "to")} the guest, {frame.Bytes.Length} bytes:");
    }

    /// <summary>Bytes in lines of 16, with their offsets.</summary>
    public static IReadOnlyList<string> Show(ReadOnlySpan<byte> bytes)
    {
        var lines = new List<string>();
        for (var at = 0; at < bytes.Length && lines.Count < MostLines; at += BytesInLine)
        {
            var line = bytes.Slice(at, Math.Min(BytesInLine, bytes.Length - at));
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"  {at:x4}  ") + string.Join(' ', Convert.ToHexStringLower(line).Chunk(2).Select(pair => new string(pair))));
        }

        if (bytes.Length > MostLines * BytesInLine)
        {
            lines.Add($"  and {bytes.Length - (MostLines * BytesInLine)} more");
        }

        return lines;
    }
}
