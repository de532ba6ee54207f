using System;

namespace Euralios.Programs.Vga;

/// <summary>
/// The cells of a screen, and the lines that left it at the top. A cell is what the text mode's memory holds: the glyph in the low byte, the
/// colours in the high one. Lines form a ring, so that scrolling moves nothing.
/// </summary>
internal sealed class ScreenBuffer
{
    internal const int Columns = 80;
    internal const int Rows = 25;

    /// <summary>How many lines are kept that left the screen.</summary>
    internal const int HistoryRows = 1000;

    private const int Lines = Rows + HistoryRows;

    private readonly ushort[] cells = new ushort[Lines * Columns];
    private readonly bool[] isChanged = new bool[Rows];
    private int top;

    /// <summary>How many lines there are above the screen.</summary>
    internal int History { get; private set; }

    /// <summary>How many lines above the screen the view begins.</summary>
    internal int ScrollBack { get; private set; }

    internal ushort this[int row, int column]
    {
        get => cells[Start(row) + column];
        set
        {
            cells[Start(row) + column] = value;
            Change(row);
        }
    }

    /// <summary>A row of what is to be seen, which is the screen or an earlier part of the text.</summary>
    internal ReadOnlySpan<ushort> ViewRow(int row) => new(cells, Start(row - ScrollBack), Columns);

    /// <summary>Whether a row of the view changed since it was last asked.</summary>
    internal bool TakeChange(int row)
    {
        bool result = isChanged[row];
        isChanged[row] = false;
        return result;
    }

    internal void ChangeAll() => Array.Fill(isChanged, true);

    /// <summary>Moves the view by so many lines into the past, or back.</summary>
    internal void Scroll(int lines)
    {
        int target = Math.Max(0, Math.Min(History, ScrollBack + lines));
        if (target == ScrollBack)
            return;
        ScrollBack = target;
        ChangeAll();
    }

    internal void ClearHistory()
    {
        Scroll(-ScrollBack);
        History = 0;
    }

    /// <summary>Fills a part of a row.</summary>
    internal void Fill(int row, int column, int count, ushort cell)
    {
        new Span<ushort>(cells, Start(row) + column, count).Fill(cell);
        Change(row);
    }

    /// <summary>Moves the rows from <paramref name="first"/> to <paramref name="last"/> up. Of the whole screen, the upper ones become history.</summary>
    internal void ScrollUp(int first, int last, int count, ushort blank)
    {
        count = Math.Min(count, last - first + 1);
        if (first == 0 && last == Rows - 1)
        {
            top = (top + count) % Lines;
            History = Math.Min(History + count, HistoryRows);
            if (ScrollBack > 0)
                ScrollBack = Math.Min(ScrollBack + count, History);
        }
        else
        {
            for (int row = first; row + count <= last; row++)
                CopyRow(row + count, row);
        }

        for (int row = last - count + 1; row <= last; row++)
            Fill(row, 0, Columns, blank);
        ChangeRows(first, last);
    }

    /// <summary>Moves rows down.</summary>
    internal void ScrollDown(int first, int last, int count, ushort blank)
    {
        count = Math.Min(count, last - first + 1);
        for (int row = last; row - count >= first; row--)
            CopyRow(row - count, row);
        for (int row = first; row < first + count; row++)
            Fill(row, 0, Columns, blank);
        ChangeRows(first, last);
    }

    /// <summary>Moves the cells from a column on to the right; those at the end are lost.</summary>
    internal void InsertCells(int row, int column, int count, ushort blank)
    {
        count = Math.Min(count, Columns - column);
        int start = Start(row);
        for (int i = Columns - 1; i >= column + count; i--)
            cells[start + i] = cells[start + i - count];
        Fill(row, column, count, blank);
    }

    /// <summary>Moves the cells behind some to the left, over them.</summary>
    internal void DeleteCells(int row, int column, int count, ushort blank)
    {
        count = Math.Min(count, Columns - column);
        int start = Start(row);
        for (int i = column; i < Columns - count; i++)
            cells[start + i] = cells[start + i + count];
        Fill(row, Columns - count, count, blank);
    }

    private int Start(int row) => (top + row + Lines) % Lines * Columns;

    private void CopyRow(int from, int to) => Array.Copy(cells, Start(from), cells, Start(to), Columns);

    private void Change(int row)
    {
        if (row + ScrollBack < Rows)
            isChanged[row + ScrollBack] = true;
    }

    private void ChangeRows(int first, int last)
    {
        for (int row = first; row <= last; row++)
            Change(row);
    }
}
