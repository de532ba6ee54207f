using Euralios.Grader.Boot;
using Euralios.Grader.Result;
using Euralios.Grader.Tracing;

namespace Euralios.Labs.Glue;

/// <summary>What the other end of the wire noted, and what the machine's first program reported.</summary>
internal static class Notes
{
    /// <summary>Whether some things, by their names, are noted as right.</summary>
    internal static Verdict Expect(BootRecord record, params ReadOnlySpan<string> names)
    {
        IReadOnlyList<string> notes = record.Network?.Notes ?? [];
        foreach (string name in names)
        {
            if (notes.FirstOrDefault(note => note.StartsWith(name + " ", StringComparison.Ordinal)) is not { } found)
                return Verdict.Fail($"{name}: it did not come to that", [.. notes.Prepend("what the other end noted:")]);
            if (found != $"{name} right")
                return Verdict.Fail($"{name}: {found[(name.Length + 1)..]}", [.. notes.Prepend("what the other end noted:")]);
        }

        return Verdict.Pass;
    }

    /// <summary>Whether the machine's clients read a stream to an end.</summary>
    /// <param name="record">The boot.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="length">How many bytes it has; or at most, when it breaks.</param>
    /// <param name="error">How it ends: 0, or the error.</param>
    internal static Verdict ExpectRead(BootRecord record, long stream, long length, long error)
    {
        var lines = Trace.Parse(record.Trace).Events.Where(line => line.Name == "glue.read" && line["stream"] == $"{stream}").ToList();
        if (lines.Count != 1)
            return Verdict.Fail($"stream {stream}: the machine's client did not come to its end");
        var (bytes, right, end) = (Number(lines[0]["bytes"]), Number(lines[0]["right"]), Number(lines[0]["error"]));
        if (right != bytes)
            return Verdict.Fail($"stream {stream}: of {bytes} bytes that the client read the one at offset {right} is wrong", lines[0].Text);
        if (end != error)
            return Verdict.Fail($"stream {stream}: after {bytes} bytes the client got error {end}, not {error}", lines[0].Text);
        return error == 0 && bytes != length
            ? Verdict.Fail($"stream {stream}: the client read {bytes} of {length} bytes, and then the end", lines[0].Text)
            : Verdict.Pass;
    }

    internal static long Number(string? text) => long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out long number) ? number : -1;

    /// <summary>The first verdict that is no pass.</summary>
    internal static Verdict All(params ReadOnlySpan<Verdict> verdicts)
    {
        foreach (var verdict in verdicts)
        {
            if (verdict.Outcome != Outcome.Passed)
                return verdict;
        }

        return Verdict.Pass;
    }
}
