using System;

namespace Euralios.Programs.Gopher;

/// <summary>A document that is looked at: which part of it is seen, and which link is chosen.</summary>
internal sealed class PageView
{
    private PageLayout layout;
    private int rows;

    internal PageView(GopherDocument document, int columns, int rows)
    {
        layout = new PageLayout(document, columns);
        this.rows = rows;
        Chosen = document.LineOfLink(1) is >= 0 and var first && layout.FirstRowOf(first) < rows ? first : -1;
    }

    internal GopherDocument Document => layout.Document;

    internal PageLayout Layout => layout;

    /// <summary>The row that is seen first.</summary>
    internal int Top { get; private set; }

    /// <summary>The line of the link that is chosen; -1 for none.</summary>
    internal int Chosen { get; private set; }

    private int LastTop => Math.Max(0, layout.RowCount - rows);

    /// <summary>Is shown on a screen of another size from now on.</summary>
    internal void Resize(int columns, int newRows)
    {
        if (columns == layout.Columns && newRows == rows)
            return;
        int line = layout.Row(Math.Min(Top, layout.RowCount - 1)).Line;
        layout = new PageLayout(Document, columns);
        rows = newRows;
        ScrollTo(layout.FirstRowOf(line));
    }

    /// <summary>Scrolls by rows, down or up. A link that is no longer seen is chosen no more, but the next one that is.</summary>
    internal void Scroll(int count) => ScrollTo(Top + count);

    internal void ScrollToStart() => ScrollTo(0);

    internal void ScrollToEnd() => ScrollTo(LastTop);

    /// <summary>A page down or up; a row is seen before and after.</summary>
    internal void ScrollPage(int direction) => Scroll(direction * Math.Max(1, rows - 1));

    /// <summary>Goes to the next link or the one before, if it can be seen when the page moves by a row; else moves the page by a row.</summary>
    internal void Step(int direction)
    {
        int number = Chosen >= 0 ? Document.LinkInLine(Chosen) + direction : FirstSeenLink(direction);
        int line = Document.LineOfLink(number);
        if (line < 0 || !IsNear(line))
        {
            Scroll(direction);
            return;
        }

        Chosen = line;
        ShowLine(line);
    }

    /// <summary>Chooses a link by its number, and shows it. False where there is none.</summary>
    internal bool TryChoose(int number)
    {
        int line = Document.LineOfLink(number);
        if (line < 0)
            return false;
        Chosen = line;
        ShowLine(line);
        return true;
    }

    /// <summary>Looks again at what was looked at before.</summary>
    internal void Restore(int top, int chosen)
    {
        ScrollTo(top);
        if (chosen >= 0 && chosen < Document.LineCount && Document.LinkInLine(chosen) > 0)
            Chosen = chosen;
    }

    private void ShowLine(int line)
    {
        int row = layout.FirstRowOf(line);
        if (row < Top)
            Top = row;
        else if (row >= Top + rows)
            Top = Math.Min(row - rows + 1, LastTop);
    }

    private bool IsNear(int line)
    {
        int row = layout.FirstRowOf(line);
        return row >= Top - 1 && row <= Top + rows;
    }

    private bool IsSeen(int line)
    {
        int row = layout.FirstRowOf(line);
        return row >= Top && row < Top + rows;
    }

    /// <summary>The number of the first link that is seen; from below the last.</summary>
    private int FirstSeenLink(int direction)
    {
        int first = Document.LinksBefore(layout.Row(Top).Line) + 1;
        int end = Math.Min(Top + rows, layout.RowCount) - 1;
        return direction > 0 ? first : Document.LinksBefore(layout.Row(end).Line + 1);
    }

    private void ScrollTo(int row)
    {
        Top = Math.Clamp(row, 0, LastTop);
        if (Chosen >= 0 && IsSeen(Chosen))
            return;
        int line = Document.LineOfLink(FirstSeenLink(1));
        Chosen = line >= 0 && IsSeen(line) ? line : -1;
    }
}
