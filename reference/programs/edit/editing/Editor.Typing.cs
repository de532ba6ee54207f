using System;

namespace Euralios.Programs.Edit;

// Keys that change the text at the cursor.
internal sealed partial class Editor
{
    /// <summary>What Tab fills with spaces, where lines are not indented by tabs.</summary>
    private const int IndentWidth = 4;

    private void Type(uint character)
    {
        Span<byte> bytes = stackalloc byte[CodePoint.Longest];
        Insert(EditKind.Typing, bytes.Slice(0, CodePoint.Encode(character, bytes)));
    }

    /// <summary>Puts bytes in the selection's place, or at the cursor.</summary>
    private void Insert(EditKind kind, ReadOnlySpan<byte> bytes)
    {
        int start = Document.SelectionStart;
        int length = Document.HasSelection ? Document.SelectionEnd - start : 0;
        Document.Replace(length > 0 ? EditKind.Other : kind, start, length, bytes);
    }

    private void Edit(Keystroke key)
    {
        int cursor = Document.Cursor;
        switch (key.Key)
        {
            case ConsoleKey.Enter:
                BreakLine();
                break;
            case ConsoleKey.Tab when key.IsShift:
                Unindent();
                break;
            case ConsoleKey.Tab when Document.HasSelection && Document.Text.LineAt(Document.SelectionStart) != Document.Text.LineAt(Document.SelectionEnd):
                Indent();
                break;
            case ConsoleKey.Tab:
                TypeTab();
                break;
            case ConsoleKey.Backspace or ConsoleKey.Delete when Document.HasSelection:
                Insert(EditKind.Other, default);
                break;
            case ConsoleKey.Backspace when cursor > 0:
                int left = Motion.Left(Document.Text, cursor);
                Document.Replace(EditKind.Erasing, left, cursor - left, default);
                break;
            case ConsoleKey.Delete when cursor < Document.Text.Length:
                Document.Replace(EditKind.Erasing, cursor, Motion.Right(Document.Text, cursor) - cursor, default);
                break;
            case ConsoleKey.Escape:
                Document.Anchor = -1;
                break;
        }
    }

    /// <summary>A new line, which begins with the space that this one begins with.</summary>
    private void BreakLine()
    {
        int at = Document.SelectionStart;
        int start = Document.Text.LineStart(Document.Text.LineAt(at));
        int indent = Math.Max(0, Math.Min(at, Motion.FirstCharacter(Document.Text, at)) - start);
        ReadOnlySpan<byte> ending = Document.LineEnding;
        byte[] bytes = new byte[ending.Length + indent];
        ending.CopyTo(bytes);
        Document.Text.CopyTo(start, bytes.AsSpan(ending.Length));
        Insert(EditKind.Other, bytes);
    }

    private void TypeTab()
    {
        int column = Motion.ColumnOf(Document.Text, Document.SelectionStart);
        Insert(EditKind.Typing, Document.IndentsByTabs ? "\t"u8 : "    "u8.Slice(column % IndentWidth));
    }
}
