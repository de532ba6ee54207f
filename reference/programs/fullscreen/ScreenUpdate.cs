using System;

namespace Euralios.Programs.FullScreen;

/// <summary>
/// From what the terminal shows to what it is to show, in few bytes: only cells that differ are written, rows that moved are scrolled, blank ends of rows
/// are erased. Uses of ECMA-48: CUP, CUF, EL, SU, SD, SGR; and DECSTBM, the scrolling region.
/// </summary>
internal sealed class ScreenUpdate
{
    /// <summary>To move over fewer cells than this by a sequence takes no fewer bytes than to write them again.</summary>
    private const int ShortestJump = 4;

    /// <summary>Fewer blank cells are written rather than erased.</summary>
    private const int ShortestErasure = 4;

    private readonly OutputBytes output = new();

    // What the terminal shows; null if that is not known. Where its cursor is, and in which style it writes.
    private Screen? shown;
    private int row;
    private int column;
    private Style style;

    /// <summary>The terminal may show anything: the next update writes all of it.</summary>
    internal void Forget() => shown = null;

    /// <summary>What to write so that the terminal shows a screen. Good until the next call.</summary>
    internal ReadOnlySpan<byte> To(Screen next)
    {
        output.Clear();
        if (shown is null || shown.Columns != next.Columns || shown.Rows != next.Rows)
        {
            output.Append("\e[m\e[2J\e[H"u8);
            shown = new Screen(next.Columns, next.Rows);
            shown.Clear();
            row = column = 0;
            style = Style.Plain;
        }

        ScrollRows(next);
        for (int i = 0; i < next.Rows; i++)
            UpdateRow(i, next);
        Move(next.CursorRow, next.CursorColumn);
        return output.Bytes;
    }

    /// <summary>What to write at the end: an empty screen in ordinary colours. Good until the next call.</summary>
    internal ReadOnlySpan<byte> End()
    {
        Forget();
        return "\e[m\e[2J\e[H"u8;
    }

    private void ScrollRows(Screen next)
    {
        if (!RowShift.TryFind(shown!, next, out RowShift shift))
            return;
        SetStyle(Style.Plain);
        output.Append("\e["u8);
        output.AppendNumber(shift.First + 1);
        output.Append(";"u8);
        output.AppendNumber(shift.Last + 1);
        output.Append("r\e["u8);
        output.AppendNumber(Math.Abs(shift.Up));
        output.Append(shift.Up > 0 ? "S\e[r"u8 : "T\e[r"u8);

        // Setting the region has moved the cursor.
        row = column = 0;
        shift.Apply(shown!);
    }

    private void UpdateRow(int number, Screen next)
    {
        Span<uint> old = shown!.Row(number);
        Span<uint> cells = next.Row(number);
        int end = cells.Length;
        while (end > 0 && cells[end - 1] == Screen.Blank)
            end--;
        int at = 0;
        while (at < end)
        {
            if (cells[at] != old[at])
            {
                Move(number, at);
                Write(cells[at]);
                old[at] = cells[at];
            }

            at++;
        }

        int last = cells.Length;
        while (last > end && old[last - 1] == Screen.Blank)
            last--;
        if (last - end >= ShortestErasure)
        {
            Move(number, end);
            SetStyle(Style.Plain);
            output.Append("\e[K"u8);
        }
        else
        {
            for (at = end; at < last; at++)
            {
                if (old[at] == Screen.Blank)
                    continue;
                Move(number, at);
                Write(Screen.Blank);
            }
        }

        old.Slice(end).Fill(Screen.Blank);
    }

    private void Write(uint cell)
    {
        SetStyle(Screen.StyleOf(cell));
        output.AppendCharacter(Screen.CharacterOf(cell));
        column++;
    }

    /// <summary>Moves the cursor. Behind a row's last cell it is nowhere that one could go on from.</summary>
    private void Move(int toRow, int toColumn)
    {
        if (row == toRow && column == toColumn && column < shown!.Columns)
            return;
        if (row == toRow && column < toColumn && toColumn - column < ShortestJump && TryRewrite(toColumn))
            return;
        if (row == toRow && column < toColumn && column < shown!.Columns)
        {
            output.Append("\e["u8);
            output.AppendNumber(toColumn - column);
            output.Append("C"u8);
        }
        else
        {
            output.Append("\e["u8);
            if (toRow > 0 || toColumn > 0)
                output.AppendNumber(toRow + 1);
            if (toColumn > 0)
            {
                output.Append(";"u8);
                output.AppendNumber(toColumn + 1);
            }

            output.Append("H"u8);
        }

        row = toRow;
        column = toColumn;
    }

    /// <summary>Moves a few cells to the right by writing what is there already, if it has the style that is set.</summary>
    private bool TryRewrite(int toColumn)
    {
        ReadOnlySpan<uint> cells = shown!.Row(row).Slice(column, toColumn - column);
        foreach (uint cell in cells)
        {
            if (Screen.StyleOf(cell) != style || Screen.CharacterOf(cell) >= 0x80)
                return false;
        }

        foreach (uint cell in cells)
            Write(cell);
        return true;
    }

    private void SetStyle(Style next)
    {
        if (next == style)
            return;
        int foreground = StyleColours.Foreground(next);
        int background = StyleColours.Background(next);
        bool changesForeground = foreground != StyleColours.Foreground(style);
        bool changesBackground = background != StyleColours.Background(style);
        style = next;
        if (!changesForeground && !changesBackground)
            return;
        output.Append("\e["u8);
        if (foreground != StyleColours.DefaultForeground || background != StyleColours.DefaultBackground)
        {
            if (changesForeground)
                output.AppendNumber(foreground);
            if (changesForeground && changesBackground)
                output.Append(";"u8);
            if (changesBackground)
                output.AppendNumber(background);
        }

        output.Append("m"u8);
    }
}
