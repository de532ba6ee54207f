using System.Text;

namespace Euralios.Grader.Boot;

/// <summary>What a screen of 80 columns and 25 rows shows at a moment: a character and its colours in each cell.</summary>
public sealed class ScreenText
{
    /// <summary>The screen's size in characters.</summary>
    public const int Columns = 80, Rows = 25;

    internal const int Bytes = Columns * Rows * 2;

    /// <summary>The hardware's characters; the first 32 are symbols there and not looked at here.</summary>
    private static readonly Encoding _codePage = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    private readonly byte[] _cells;

    /// <param name="cells">A character's code and its attribute for each cell.</param>
    internal ScreenText(byte[] cells)
    {
        _cells = cells;
        Lines = [.. Enumerable.Range(0, Rows).Select(Line)];
    }

    /// <summary>The rows, without spaces at their ends.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>All of it, without empty rows at the end.</summary>
    public string Text => string.Join('\n', Lines).TrimEnd();

    /// <summary>The last row that is not empty; "" if all are.</summary>
    public string LastLine => Lines.LastOrDefault(line => line.Length > 0, "");

    /// <summary>The colours of a cell: the background's number in the upper four bits, the foreground's in the lower ones.</summary>
    public byte Attribute(int row, int column) => _cells[(((row * Columns) + column) * 2) + 1];

    /// <summary>The colours of a text where it is shown first; of its spaces nobody sees one.</summary>
    /// <exception cref="ArgumentException">It is not shown, or not in one colour.</exception>
    public byte AttributeOf(string text)
    {
        for (int row = 0; row < Rows; row++)
        {
            int column = Lines[row].IndexOf(text, StringComparison.Ordinal);
            if (column < 0)
                continue;
            byte[] attributes = [.. Enumerable.Range(0, text.Length)
                .Where(at => text[at] != ' ')
                .Select(at => Attribute(row, column + at))
                .Distinct()];
            return attributes.Length == 1
                ? attributes[0]
                : throw new ArgumentException($"\"{text}\" has several colours: {Convert.ToHexString(attributes)}", nameof(text));
        }

        throw new ArgumentException($"\"{text}\" is not on the screen:\n{Text}", nameof(text));
    }

    private string Line(int row)
    {
        byte[] codes = [.. Enumerable.Range(row * Columns, Columns).Select(cell => _cells[cell * 2])];
        return _codePage.GetString(codes).TrimEnd();
    }
}
