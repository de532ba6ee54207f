using System.Globalization;
using System.Text;

namespace Euralios.Grader.Report;

/// <summary>
/// Makes text that a guest or a submission had a hand in fit to be shown: nothing in it moves a cursor, turns the reading direction,
/// or is taken for a command by the CI system that reads the log.
/// </summary>
public static class ShownText
{
    /// <summary>A longer line teaches nobody anything.</summary>
    public const int MaximumLength = 400;

    /// <summary>One line, escaped. What is escaped stays visible, as <c>\x1b</c> or <c>\u202e</c>.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= MaximumLength)
            {
                line.Append("...");
                break;
            }

            if (IsHarmless(rune))
                line.Append(rune.ToString());
            else
                line.Append(Escaped(rune));
        }

        // GitHub's runner obeys "::" at the start of a line, after white space, and "##[" anywhere.
        line.Replace("##[", "#\\x23[");
        var shown = line.ToString();
        var start = shown.Length - shown.TrimStart().Length;
        return shown.AsSpan(start).StartsWith("::") ? $"{shown[..start]}\\x3a{shown[(start + 1)..]}" : shown;
    }

    private static string Escaped(Rune rune) =>
        rune.Value <= 0xFF ? $"\\x{rune.Value:x2}" : $"\\u{rune.Value:x4}";

    private static bool IsHarmless(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
