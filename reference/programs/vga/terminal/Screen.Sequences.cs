using System;

namespace Euralios.Programs.Vga;

// Control sequences.
internal sealed partial class Screen
{
    public void Sequence(Parameters parameters, byte final)
    {
        if (parameters.Marker == 0)
            Standard(parameters, final);
        else if (parameters.Marker == '?')
            Private(parameters, final);
    }

    private void Standard(Parameters parameters, byte final)
    {
        int count = parameters.Repetitions();
        switch (final)
        {
            case (byte)'@':
                Buffer.InsertCells(Row, Column, count, Blank);
                break;
            case (byte)'A':
                MoveRows(-count, toFirstColumn: false);
                break;
            case (byte)'B' or (byte)'e':
                MoveRows(count, toFirstColumn: false);
                break;
            case (byte)'C' or (byte)'a':
                MoveTo(Row, Column + count);
                break;
            case (byte)'D':
                MoveTo(Row, Column - count);
                break;
            case (byte)'E':
                MoveRows(count, toFirstColumn: true);
                break;
            case (byte)'F':
                MoveRows(-count, toFirstColumn: true);
                break;
            case (byte)'G' or (byte)'`':
                MoveTo(Row, count - 1);
                break;
            case (byte)'H' or (byte)'f':
                MoveTo(count - 1, parameters.Repetitions(1) - 1);
                break;
            case (byte)'I':
                Tab(count);
                break;
            case (byte)'J':
                EraseInDisplay(parameters[0, 0]);
                break;
            case (byte)'K':
                EraseInLine(parameters[0, 0]);
                break;
            case (byte)'L':
                InsertLines(count);
                break;
            case (byte)'M':
                DeleteLines(count);
                break;
            case (byte)'P':
                Buffer.DeleteCells(Row, Column, count, Blank);
                break;
            case (byte)'S':
                Buffer.ScrollUp(firstRow, lastRow, count, Blank);
                break;
            case (byte)'T' when parameters.Count == 1:
                Buffer.ScrollDown(firstRow, lastRow, count, Blank);
                break;
            case (byte)'X':
                Buffer.Fill(Row, Column, Math.Min(count, ScreenBuffer.Columns - Column), Blank);
                break;
            case (byte)'Z':
                Tab(-count);
                break;
            case (byte)'d':
                MoveTo(count - 1, Column);
                break;
            case (byte)'g':
                ClearTabStops(parameters[0, 0]);
                break;
            case (byte)'m':
                rendition.Apply(parameters);
                break;
            case (byte)'n':
                Report(parameters[0, 0]);
                break;
            case (byte)'r':
                SetScrollingRegion(parameters);
                break;
            case (byte)'s':
                Save();
                break;
            case (byte)'u':
                Restore();
                break;
        }
    }

    /// <summary>DEC's modes: 25 is the cursor, 7 the wrapping of long lines.</summary>
    private void Private(Parameters parameters, byte final)
    {
        if (final is not ((byte)'h' or (byte)'l'))
            return;
        for (int i = 0; i < parameters.Count; i++)
        {
            if (parameters[i, 0] == 25)
                CursorIsVisible = final == 'h';
            else if (parameters[i, 0] == 7)
                wraps = final == 'h';
        }

        wrapIsPending &= wraps;
    }

    private void EraseInDisplay(int what)
    {
        if (what == 3)
        {
            Buffer.ClearHistory();
            return;
        }

        for (int row = 0; row < ScreenBuffer.Rows; row++)
        {
            if (what == 2 || (what == 0 && row > Row) || (what == 1 && row < Row))
                Buffer.Fill(row, 0, ScreenBuffer.Columns, Blank);
        }

        if (what is 0 or 1)
            EraseInLine(what);
    }

    private void EraseInLine(int what)
    {
        wrapIsPending = false;
        if (what == 0)
            Buffer.Fill(Row, Column, ScreenBuffer.Columns - Column, Blank);
        else if (what == 1)
            Buffer.Fill(Row, 0, Column + 1, Blank);
        else if (what == 2)
            Buffer.Fill(Row, 0, ScreenBuffer.Columns, Blank);
    }

    private void InsertLines(int count)
    {
        if (Row < firstRow || Row > lastRow)
            return;
        Buffer.ScrollDown(Row, lastRow, count, Blank);
        MoveTo(Row, 0);
    }

    private void DeleteLines(int count)
    {
        if (Row < firstRow || Row > lastRow)
            return;
        Buffer.ScrollUp(Row, lastRow, count, Blank);
        MoveTo(Row, 0);
    }

    private void ClearTabStops(int what)
    {
        if (what == 0)
            tabStops[Column] = false;
        else if (what == 3)
            new Span<bool>(tabStops).Clear();
    }

    /// <summary>Device status: whether all is well, and where the cursor is.</summary>
    private void Report(int what)
    {
        if (what == 5)
            Answer("\e[0n");
        else if (what == 6)
            Answer($"\e[{Row + 1};{Column + 1}R");
    }

    private void Answer(string text)
    {
        foreach (char character in text)
            answer(character);
    }

    private void SetScrollingRegion(Parameters parameters)
    {
        int first = parameters.Repetitions() - 1;
        int last = Math.Min(parameters[1, ScreenBuffer.Rows] is 0 ? ScreenBuffer.Rows : parameters[1, ScreenBuffer.Rows], ScreenBuffer.Rows) - 1;
        if (first >= last)
            return;
        firstRow = first;
        lastRow = last;
        MoveTo(0, 0);
    }
}
