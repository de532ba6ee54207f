using System;
using Euralios.Std;

namespace Euralios.Programs.Edit;

// Whole lines: cut, copied, pasted, doubled, deleted, indented, made comments.
internal sealed partial class Editor
{
    private byte[] clipboard = [];

    /// <summary>Whether what was copied are whole lines, which are pasted before the cursor's line.</summary>
    private bool holdsLines;

    /// <summary>Takes a line or the selection; returns where it is.</summary>
    private (int Start, int Length) Copy()
    {
        TextBuffer text = Document.Text;
        holdsLines = !Document.HasSelection;
        int line = text.LineAt(Document.Cursor);
        int start = holdsLines ? text.LineStart(line) : Document.SelectionStart;
        int end = holdsLines ? text.LineStart(line + 1) : Document.SelectionEnd;
        clipboard = text.ToArray(start, end - start);
        if (holdsLines && line == text.LineCount - 1)
            clipboard = [.. clipboard, .. Document.LineEnding];
        return (start, end - start);
    }

    private void Cut()
    {
        (int start, int length) = Copy();
        Document.Replace(EditKind.Other, start, length, default);
    }

    private void Paste()
    {
        if (!holdsLines || Document.HasSelection)
        {
            Insert(EditKind.Other, clipboard);
            return;
        }

        int start = Document.Text.LineStart(Document.Text.LineAt(Document.Cursor));
        int within = Document.Cursor - start;
        Document.Replace(EditKind.Other, start, 0, clipboard);
        Document.Cursor += within;
    }

    /// <summary>Puts a copy of the line behind it, and the cursor into the copy.</summary>
    private void DuplicateLine()
    {
        TextBuffer text = Document.Text;
        int line = text.LineAt(Document.Cursor);
        int start = text.LineStart(line);
        int end = text.LineEnd(line);
        int within = Document.Cursor - start;
        byte[] copy = [.. Document.LineEnding, .. text.ToArray(start, end - start)];
        Document.Replace(EditKind.Other, end, 0, copy);
        Document.Cursor = Document.Cursor - (end - start) + within;
    }

    /// <summary>Deletes the line. With the last line goes the end of the one before it.</summary>
    private void DeleteLine()
    {
        TextBuffer text = Document.Text;
        int line = text.LineAt(Document.Cursor);
        int start = text.LineStart(line);
        int end = text.LineStart(line + 1);
        if (line > 0 && line == text.LineCount - 1)
            start = text.LineEnd(line - 1);
        if (end == start)
            return;
        Document.Replace(EditKind.Other, start, end - start, default);
        Document.Cursor = text.LineStart(text.LineAt(Document.Cursor));
    }

    /// <summary>Makes the selected lines, or the cursor's, comments; or no comments any more, if all of them are.</summary>
    private void ToggleComment()
    {
        if (Document.Language.LineComment.Length == 0)
        {
            Message = $"There are no line comments in {Document.Language.Name}";
            return;
        }

        byte[] mark = Text.ToUtf8(Document.Language.LineComment);
        byte[] markAndSpace = [.. mark, (byte)' '];
        bool areComments = true;
        int column = int.MaxValue;
        ForEachLine((start, first, end) =>
        {
            areComments &= StartsWith(first, end, mark);
            column = Math.Min(column, first - start);
        });
        Document.Together(() => ForEachLine((start, first, end) =>
        {
            if (!areComments)
                Document.Change(start + column, 0, markAndSpace);
            else
                Document.Change(first, StartsWith(first, end, markAndSpace) ? markAndSpace.Length : mark.Length, default);
        }));
    }

    private void Indent() => Document.Together(() => ForEachLine((start, _, _) =>
        Document.Change(start, 0, Document.IndentsByTabs ? "\t"u8 : "    "u8)));

    private void Unindent() => Document.Together(() => ForEachLine((start, first, _) =>
        Document.Change(start, first > start && Document.Text[start] == '\t' ? 1 : Math.Min(first - start, IndentWidth), default)));

    /// <summary>Calls something for each selected line that is not blank: where it starts, where its first character is that is no space, where it ends.</summary>
    private void ForEachLine(Action<int, int, int> action)
    {
        TextBuffer text = Document.Text;
        int firstLine = text.LineAt(Document.SelectionStart);
        int lastLine = text.LineAt(Document.SelectionEnd);

        // A selection of whole lines ends where the next one begins.
        if (lastLine > firstLine && Document.SelectionEnd == text.LineStart(lastLine))
            lastLine--;
        for (int line = firstLine; line <= lastLine; line++)
        {
            int start = text.LineStart(line);
            int end = text.LineEnd(line);
            int first = Motion.FirstCharacter(text, start);
            if (first < end)
                action(start, first, end);
        }
    }

    private bool StartsWith(int start, int end, ReadOnlySpan<byte> bytes)
    {
        if (end - start < bytes.Length)
            return false;
        return Document.Text.ToArray(start, bytes.Length).AsSpan().SequenceEqual(bytes);
    }
}
