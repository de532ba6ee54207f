using System.Globalization;

namespace Euralios.Grader.Tracing;

/// <summary>Where output and expectation part: the first line that differs, with two lines around it.</summary>
/// <param name="File">The expectation file's name.</param>
/// <param name="PatternLine">The pattern's line in it; 0 where the output should have ended.</param>
/// <param name="Expected">The patterns of which one should have matched; empty where the output should have ended.</param>
/// <param name="Forbidden">The <c>!</c> pattern that matched although it must not, or null.</param>
/// <param name="Anywhere">The line was awaited anywhere after a gap, and never came.</param>
/// <param name="Before">Up to two lines before.</param>
/// <param name="Actual">The line that came; null where the output ended.</param>
/// <param name="After">Up to two lines after.</param>
/// <param name="Captures">What the captures were bound to.</param>
/// <param name="GaveUp">The search was ended by its bound; there might be a match that was not found.</param>
public sealed record Mismatch(
    string File,
    int PatternLine,
    IReadOnlyList<string> Expected,
    string? Forbidden,
    bool Anywhere,
    IReadOnlyList<TextLine> Before,
    TextLine? Actual,
    IReadOnlyList<TextLine> After,
    IReadOnlyDictionary<string, string> Captures,
    bool GaveUp)
{
    private const int Width = 160;

    /// <summary>The whole in one line.</summary>
    public string Summary
    {
        get
        {
            var found = Actual is { } actual ? $"line {actual.Number} is `{Printable.Line(actual.Text, 70)}`" : "the output ends";
            if (Forbidden is not null)
            {
                return Printable.Line($"`{Forbidden}` must not come here, but {found}", Width);
            }

            var awaited = Expected switch
            {
                [] => "expected the end",
                [var one] when Anywhere => $"expected `{one}` somewhere",
                [var one] => $"expected `{one}`",
                [var first, ..] => $"expected `{first}` or another of {Expected.Count} in any order",
            };
            return Printable.Line($"{awaited}, but {found}", Width);
        }
    }

    /// <summary>The whole for a person: the place, expected beside actual, the captures. Escaped, at most 160 columns wide.</summary>
    public IReadOnlyList<string> Render()
    {
        var text = new List<string>();
        text.AddRange(Before.Select(line => Numbered(' ', line)));
        text.Add(Actual is { } actual ? Numbered('>', actual) : ">        (the output ends here)");
        text.AddRange(After.Select(line => Numbered(' ', line)));
        var place = PatternLine == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}({PatternLine})");
        if (Forbidden is not null)
        {
            text.Add($"must not come: {Forbidden}    {place}");
        }
        else
        {
            text.Add($"expected: {(Expected.Count == 0 ? "the end of the output" : Expected[0])}    {place}");
            text.AddRange(Expected.Skip(1).Select(pattern => $"      or: {pattern}"));
        }

        text.Add($"actual:   {(Actual is { } line ? line.Text : "the end of the output")}");
        if (Anywhere && Forbidden is null && Actual is not null)
        {
            text.Add("no line from there on matches; the one shown is the nearest");
        }

        if (GaveUp)
        {
            text.Add("the search was given up: too many ways to match; the expectation should be more definite");
        }

        text.AddRange(Captures.OrderBy(capture => capture.Key, StringComparer.Ordinal).Select(capture => $"where {capture.Key} = {capture.Value}"));
        return [.. text.Select(line => Printable.Line(line, Width))];
    }

    private static string Numbered(char mark, TextLine line) => string.Create(CultureInfo.InvariantCulture, $"{mark}{line.Number,6}  {line.Text}");
}
