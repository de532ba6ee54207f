namespace Euralios.Grader.Skeletons;

/// <summary>Writes text as comment lines of at most 100 columns.</summary>
internal static class TaskComment
{
    private const int Width = 100;

    /// <summary>
    /// The comment's lines. Paragraphs are filled; lines that begin with a blank or a list mark stand as they are, as far as they fit.
    /// </summary>
    public static IEnumerable<string> Lines(string indent, string text)
    {
        var prefix = indent + "//";
        var paragraph = "";
        foreach (var line in text.TrimEnd().Split('\n').Select(line => line.TrimEnd()))
        {
            var joins = paragraph.Length > 0 && line.Length > 0 && !StandsAlone(line);
            if (joins)
            {
                paragraph += " " + line;
                continue;
            }

            foreach (var filled in Fill(prefix, paragraph))
            {
                yield return filled;
            }

            paragraph = line;
            if (line.Length == 0)
            {
                yield return prefix;
            }
        }

        foreach (var filled in Fill(prefix, paragraph))
        {
            yield return filled;
        }
    }

    private static bool StandsAlone(string line) => line[0] is ' ' or '-' or '*' || (char.IsAsciiDigit(line[0]) && line.Split(' ')[0].EndsWith('.'));

    private static IEnumerable<string> Fill(string prefix, string paragraph)
    {
        if (paragraph.Length == 0)
        {
            yield break;
        }

        var line = prefix + paragraph[..^paragraph.TrimStart().Length];
        foreach (var word in paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > prefix.Length && line.Length + 1 + word.Length > Width && line.TrimEnd().Length > prefix.Length)
            {
                yield return line;
                line = prefix;
            }

            line += " " + word;
        }

        yield return line;
    }
}
