using System;

namespace Euralios.Programs.Vga;

/// <summary>
/// A terminal's screen: what text and escape sequences do to its cells and its cursor. The sequences are those of ECMA-48 and the VT102 that programs
/// use; where they leave a choice it is xterm's, but for the line feed, which goes to the line's beginning too, as EuraliOS has it.
/// The cursor is always inside the screen. Erasing and scrolling leave cells of the current background.
/// </summary>
/// <param name="answer">Where answers to questions in the text go, a character at a time.</param>
internal sealed partial class Screen(Action<ulong> answer) : IEscapeHandler
{
    private const int TabWidth = 8;

    private readonly bool[] tabStops = new bool[ScreenBuffer.Columns];
    private EscapeParser? parser;
    private Rendition rendition;
    private int firstRow;
    private int lastRow;
    private bool wraps;

    // The last column was written; the next character goes to the next line. So a full line does not break before its line feed.
    private bool wrapIsPending;

    private int savedRow;
    private int savedColumn;
    private Rendition savedRendition;

    internal ScreenBuffer Buffer { get; } = new();

    internal int Row { get; private set; }

    internal int Column { get; private set; }

    internal bool CursorIsVisible { get; private set; }

    private ushort Blank => (ushort)(rendition.BlankAttribute | ' ');

    /// <summary>As after switching on: empty, and without a past.</summary>
    internal void Reset()
    {
        parser = new EscapeParser(this);
        ResetState();
        Buffer.ClearHistory();
    }

    /// <summary>Shows the next piece of a text.</summary>
    internal void Write(ReadOnlySpan<byte> text) => parser!.Take(text);

    public void Print(uint codePoint)
    {
        if (CodePage.IsInvisible(codePoint))
            return;
        if (wrapIsPending)
        {
            Column = 0;
            Index();
        }

        wrapIsPending = false;
        Buffer[Row, Column] = (ushort)(rendition.Attribute | CodePage.Glyph(codePoint));
        if (Column < ScreenBuffer.Columns - 1)
            Column++;
        else
            wrapIsPending = wraps;
    }

    public void Control(byte control)
    {
        switch (control)
        {
            case (byte)'\b':
                MoveTo(Row, Column - 1);
                break;
            case (byte)'\t':
                Tab(1);
                break;
            case (byte)'\n' or (byte)'\v' or (byte)'\f':
                NextLine();
                break;
            case (byte)'\r':
                MoveTo(Row, 0);
                break;
        }
    }

    public void Escape(byte final)
    {
        switch (final)
        {
            case (byte)'7':
                Save();
                break;
            case (byte)'8':
                Restore();
                break;
            case (byte)'D':
                Index();
                break;
            case (byte)'E':
                NextLine();
                break;
            case (byte)'H':
                tabStops[Column] = true;
                break;
            case (byte)'M':
                ReverseIndex();
                break;
            case (byte)'c':
                ResetState();
                break;
        }
    }

    /// <summary>RIS: everything but the past.</summary>
    private void ResetState()
    {
        rendition = Rendition.Default;
        firstRow = 0;
        lastRow = ScreenBuffer.Rows - 1;
        wraps = true;
        CursorIsVisible = true;
        for (int column = 0; column < ScreenBuffer.Columns; column++)
            tabStops[column] = column % TabWidth == 0;
        MoveTo(0, 0);
        Save();
        for (int row = 0; row < ScreenBuffer.Rows; row++)
            Buffer.Fill(row, 0, ScreenBuffer.Columns, Blank);
    }

    private void MoveTo(int row, int column)
    {
        Row = Math.Max(0, Math.Min(ScreenBuffer.Rows - 1, row));
        Column = Math.Max(0, Math.Min(ScreenBuffer.Columns - 1, column));
        wrapIsPending = false;
    }

    /// <summary>Up or down, but not out of the scrolling region, if the cursor is in it.</summary>
    private void MoveRows(int rows, bool toFirstColumn)
    {
        int least = Row >= firstRow ? firstRow : 0;
        int greatest = Row <= lastRow ? lastRow : ScreenBuffer.Rows - 1;
        MoveTo(Math.Max(least, Math.Min(greatest, Row + rows)), toFirstColumn ? 0 : Column);
    }

    private void NextLine()
    {
        Column = 0;
        Index();
    }

    /// <summary>One row down; at the end of the scrolling region it scrolls instead.</summary>
    private void Index()
    {
        wrapIsPending = false;
        if (Row == lastRow)
            Buffer.ScrollUp(firstRow, lastRow, 1, Blank);
        else if (Row < ScreenBuffer.Rows - 1)
            Row++;
    }

    private void ReverseIndex()
    {
        wrapIsPending = false;
        if (Row == firstRow)
            Buffer.ScrollDown(firstRow, lastRow, 1, Blank);
        else if (Row > 0)
            Row--;
    }

    /// <summary>To a tab stop on the right, or on the left for a negative count; never out of the line.</summary>
    private void Tab(int count)
    {
        int step = count < 0 ? -1 : 1;
        int column = Column;
        for (int left = Math.Min(count < 0 ? -count : count, ScreenBuffer.Columns); left > 0; left--)
        {
            do
            {
                column += step;
            }
            while (column is > 0 and < ScreenBuffer.Columns - 1 && !tabStops[column]);
        }

        MoveTo(Row, column);
    }

    private void Save()
    {
        savedRow = Row;
        savedColumn = Column;
        savedRendition = rendition;
    }

    private void Restore()
    {
        MoveTo(savedRow, savedColumn);
        rendition = savedRendition;
    }
}
