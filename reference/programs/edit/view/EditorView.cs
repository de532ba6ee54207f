using System;
using Euralios.Std;

namespace Euralios.Programs.Edit;

/// <summary>
/// An editor as a screen: a bar, and lines of the text, each behind its number. What it keeps is which part of the text is seen.
/// </summary>
internal sealed class EditorView
{
    private const int BarRows = 1;
    private const int LeastDigits = 4;
    private const int LeastColumns = 20;

    // The line of the first row, and the column of the first cell behind the numbers.
    private int top;
    private int left;

    /// <summary>A view of a terminal's size.</summary>
    internal EditorView(int columns, int rows) => Screen = new Screen(Math.Max(columns, LeastColumns), Math.Max(rows, BarRows + 1));

    internal Screen Screen { get; }

    /// <summary>How many lines are seen at once.</summary>
    internal int TextRows => Screen.Rows - BarRows;

    /// <summary>Draws the editor. The cursor is always to be seen.</summary>
    internal void Draw(Editor editor)
    {
        TextBuffer text = editor.Document.Text;
        int cursorLine = text.LineAt(editor.Document.Cursor);
        int cursorColumn = Motion.ColumnOf(text, editor.Document.Cursor);
        int gutter = GutterWidth(text.LineCount);
        FollowLine(editor, cursorLine);
        FollowColumn(cursorColumn, Screen.Columns - gutter);
        Screen.Clear();
        for (int row = 0; row < TextRows && top + row < text.LineCount; row++)
            DrawLine(editor, top + row, row + BarRows, gutter);
        Screen.CursorRow = cursorLine - top + BarRows;
        Screen.CursorColumn = gutter + cursorColumn - left;
        StatusBar.Draw(Screen, editor, cursorLine, cursorColumn);
    }

    /// <summary>Digits of the last line's number, and a space.</summary>
    private static int GutterWidth(int lines)
    {
        int digits = LeastDigits;
        for (int limit = 10_000; lines >= limit && digits < 10; limit *= 10)
            digits++;
        return digits + 1;
    }

    private void FollowLine(Editor editor, int line)
    {
        top = Math.Clamp(top + editor.PageScroll, 0, Math.Max(0, editor.Document.Text.LineCount - 1));
        editor.PageScroll = 0;
        bool isFar = line < top - TextRows || line >= top + (2 * TextRows);
        if (isFar)
            top = Math.Max(0, line - (TextRows / 2));
        else if (line < top)
            top = line;
        else if (line >= top + TextRows)
            top = line - TextRows + 1;
    }

    /// <summary>Long lines move by a third of the width, so that not every key moves all.</summary>
    private void FollowColumn(int column, int width)
    {
        int step = Math.Max(1, width / 3);
        while (column < left)
            left = Math.Max(0, left - step);
        while (column >= left + width)
            left += step;
    }

    private void DrawLine(Editor editor, int line, int row, int gutter)
    {
        DrawNumber(row, line + 1, gutter - 1);
        TextBuffer text = editor.Document.Text;
        int start = text.LineStart(line);
        int end = text.LineEnd(line);
        ReadOnlySpan<TokenKind> kinds = editor.Document.Colours.Of(line);
        var walk = new LineWalk(text, start, end);
        int right = left + Screen.Columns - gutter;
        while (walk.Next() && walk.Column < right)
        {
            if (walk.EndColumn <= left)
                continue;
            int at = walk.Place - start;
            Style style = at < kinds.Length ? (Style)kinds[at] : Style.Plain;
            DrawCharacter(editor, walk, style, row, gutter - left);
        }

        // A line's end is selected too.
        if (walk.Place == end && walk.EndColumn >= left && walk.EndColumn < right && line + 1 < text.LineCount && IsSelected(editor, end))
            Screen.Put(row, gutter - left + walk.EndColumn, ' ', Style.Selection);
    }

    private void DrawNumber(int row, int number, int width)
    {
        for (int column = width - 1; number > 0 && column >= 0; column--)
        {
            Screen.Put(row, column, (uint)('0' + (number % 10)), Style.LineNumber);
            number /= 10;
        }
    }

    private void DrawCharacter(Editor editor, in LineWalk walk, Style style, int row, int shift)
    {
        uint character = walk.Character;
        if (character == '\t')
        {
            character = ' ';
        }
        else if (!Glyph.IsShown(character))
        {
            character = CodePoint.Replacement;
            style = Style.Control;
        }

        if (IsSelected(editor, walk.Place))
            style = Style.Selection;
        else if (walk.Place - editor.MatchStart >= 0 && walk.Place - editor.MatchStart < editor.MatchLength)
            style = Style.Match;
        else if (character == ' ')
            style = Style.Plain;
        for (int column = Math.Max(walk.Column, left); column < walk.EndColumn; column++)
            Screen.Put(row, shift + column, character, style);
    }

    private static bool IsSelected(Editor editor, int place) =>
        editor.Document.HasSelection && place >= editor.Document.SelectionStart && place < editor.Document.SelectionEnd;
}
