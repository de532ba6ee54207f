using System.Collections.Immutable;

namespace Euralios.Grader.Tracing;

/// <summary>
/// A step of an expectation: patterns that take the next lines. One pattern takes one line; several take as many lines in any order.
/// </summary>
/// <param name="Gap">Other lines may come before.</param>
/// <param name="Never">Patterns of lines that must not be among those.</param>
/// <param name="Patterns">What the lines are; empty for the last step, which stands for the end of the trace.</param>
/// <param name="Interleaved">Other lines may come between the patterns.</param>
internal sealed record Step(bool Gap, IReadOnlyList<LinePattern> Never, IReadOnlyList<LinePattern> Patterns, bool Interleaved);

/// <summary>
/// An expectation file, read: what the lines of a trace or of a console must be, from the first line to the last. By default consecutive
/// patterns match consecutive lines; <c>...</c> stands for any lines, and so does <c>!pattern</c> for any lines but that one;
/// <c>any order</c> to <c>end</c> holds patterns whose order does not matter (with <c>...</c> inside, other lines may come between).
/// <c>{name}</c>, <c>{name:hex}</c> and <c>{name:dec}</c> capture, and <c>{_}</c> matches without binding; a backslash makes the next character
/// literal; lines that start with <c>#</c> and blank lines say nothing.
/// </summary>
public sealed class Expectation
{
    internal Expectation(string file, IReadOnlyList<Step> steps)
    {
        File = file;
        Steps = steps;
    }

    /// <summary>The file's name, for messages.</summary>
    public string File { get; }

    internal IReadOnlyList<Step> Steps { get; }

    /// <summary>Reads an expectation.</summary>
    /// <exception cref="TraceFormatException">The text is malformed.</exception>
    public static Expectation Parse(string file, string text) => new ExpectationParser(file).Parse(text);

    /// <summary>Holds lines against this expectation.</summary>
    /// <param name="lines">The lines of a trace or a console; blank ones left out.</param>
    /// <param name="initial">Captures that are bound beforehand, for instance <c>seed</c>.</param>
    public MatchResult Match(IReadOnlyList<TextLine> lines, IReadOnlyDictionary<string, string>? initial = null) =>
        new Matcher(this, lines).Run((initial ?? ImmutableDictionary<string, string>.Empty).ToImmutableDictionary());
}

/// <summary>A line to be matched.</summary>
/// <param name="Number">Its number in the output, from 1.</param>
/// <param name="Text">Its text.</param>
public readonly record struct TextLine(int Number, string Text)
{
    /// <summary>The lines of a trace, damaged ones included: whatever came must be expected.</summary>
    public static IReadOnlyList<TextLine> Of(Trace trace) => [.. trace.Lines.Select(line => new TextLine(line.Line, line.Text))];

    /// <summary>The lines of a console, without blank ones.</summary>
    public static IReadOnlyList<TextLine> Of(ReadOnlySpan<byte> console) =>
    [
        .. System.Text.Encoding.Latin1.GetString(console).Split('\n')
            .Select((text, index) => new TextLine(index + 1, text.TrimEnd('\r', ' ')))
            .Where(line => line.Text.Length > 0),
    ];
}

/// <summary>The outcome of a match: the captures, or where it went wrong.</summary>
/// <param name="Captures">What the captures are bound to; those of the furthest attempt on a mismatch.</param>
/// <param name="Mismatch">Null on success.</param>
public sealed record MatchResult(IReadOnlyDictionary<string, string> Captures, Mismatch? Mismatch);
