using System;
using System.Collections.Generic;

namespace Euralios.Programs.Gopher;

/// <summary>A row of the screen: a part of a line.</summary>
internal readonly struct PageRow(int line, int start, int length)
{
    internal int Line { get; } = line;

    internal int Start { get; } = start;

    internal int Length { get; } = length;
}

/// <summary>A document's lines as rows of some width: longer ones are wrapped, at a space if there is one in the last third.</summary>
internal sealed class PageLayout
{
    /// <summary>Columns before a menu's titles: number, label and spaces.</summary>
    internal const int MenuIndent = 10;

    private readonly List<PageRow> rows = [];

    // The first row of each line.
    private readonly int[] firstRows;

    internal PageLayout(GopherDocument document, int columns)
    {
        Document = document;
        Columns = columns;
        Indent = document.IsMenu ? MenuIndent : 0;
        int width = Math.Max(1, columns - Indent);
        firstRows = new int[document.LineCount];
        for (int i = 0; i < document.LineCount; i++)
        {
            firstRows[i] = rows.Count;
            AddLine(i, document.Line(i).Title, width);
        }
    }

    internal GopherDocument Document { get; }

    internal int Columns { get; }

    internal int Indent { get; }

    internal int RowCount => rows.Count;

    internal PageRow Row(int number) => rows[number];

    internal int FirstRowOf(int line) => firstRows[line];

    private void AddLine(int line, string text, int width)
    {
        int start = 0;
        do
        {
            int length = PieceLength(text.AsSpan(start), width);
            rows.Add(new PageRow(line, start, length));
            start += length;
        }
        while (start < text.Length);
    }

    /// <summary>How many characters go into a row. Halves of a pair are one cell and stay together.</summary>
    private static int PieceLength(ReadOnlySpan<char> text, int width)
    {
        int cells = 0;
        int at = 0;
        int lastSpace = 0;
        while (at < text.Length && cells < width)
        {
            bool isPair = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]);
            at += isPair ? 2 : 1;
            cells++;
            if (text[at - 1] == ' ' && cells > width * 2 / 3)
                lastSpace = at;
        }

        return at < text.Length && lastSpace > 0 ? lastSpace : at;
    }
}
