using System;

namespace Euralios.Programs.Edit;

// Keys that move the cursor. With Shift they select.
internal sealed partial class Editor
{
    private bool TryMove(Keystroke key)
    {
        int from = Document.Cursor;
        if (!TryFindTarget(key, out int target))
            return false;
        if (!key.IsShift)
            Document.Anchor = -1;
        else if (Document.Anchor < 0)
            Document.Anchor = from;
        Document.Cursor = target;
        return true;
    }

    private bool TryFindTarget(Keystroke key, out int target)
    {
        TextBuffer text = Document.Text;
        int cursor = Document.Cursor;
        int line = text.LineAt(cursor);
        bool leavesSelection = Document.HasSelection && !key.IsShift && !key.IsControl;
        target = cursor;
        switch (key.Key)
        {
            case ConsoleKey.LeftArrow:
                target = leavesSelection ? Document.SelectionStart : key.IsControl ? Motion.WordLeft(text, cursor) : Motion.Left(text, cursor);
                return true;
            case ConsoleKey.RightArrow:
                target = leavesSelection ? Document.SelectionEnd : key.IsControl ? Motion.WordRight(text, cursor) : Motion.Right(text, cursor);
                return true;
            case ConsoleKey.UpArrow:
                target = Vertical(line, -1);
                return true;
            case ConsoleKey.DownArrow:
                target = Vertical(line, 1);
                return true;
            case ConsoleKey.PageUp:
                PageScroll = -PageRows;
                target = Vertical(line, -PageRows);
                return true;
            case ConsoleKey.PageDown:
                PageScroll = PageRows;
                target = Vertical(line, PageRows);
                return true;
            case ConsoleKey.Home:
                target = key.IsControl ? 0 : HomeOf(line);
                return true;
            case ConsoleKey.End:
                target = key.IsControl ? text.Length : text.LineEnd(line);
                return true;
            default:
                return false;
        }
    }

    /// <summary>The line's first character that is no space; from there, the line's beginning.</summary>
    private int HomeOf(int line)
    {
        int first = Motion.FirstCharacter(Document.Text, Document.Cursor);
        return Document.Cursor == first ? Document.Text.LineStart(line) : first;
    }

    /// <summary>Some lines up or down; beyond the first or the last line, to the text's beginning or end.</summary>
    private int Vertical(int line, int lines)
    {
        TextBuffer text = Document.Text;
        if (wantedColumn < 0)
            wantedColumn = Motion.ColumnOf(text, Document.Cursor);
        if (line == 0 && lines < 0)
            return 0;
        if (line == text.LineCount - 1 && lines > 0)
            return text.Length;
        return Motion.PlaceAt(text, Math.Clamp(line + lines, 0, text.LineCount - 1), wantedColumn);
    }
}
