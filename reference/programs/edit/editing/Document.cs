using System;

namespace Euralios.Programs.Edit;

/// <summary>A text that is edited, with its cursor, its selection, its history and its colours. All changes of the text go through it.</summary>
internal sealed class Document
{
    private const int StartLength = 4096;

    private Piece? savedRoot;

    /// <summary>The first place that was changed since <see cref="Together"/> began.</summary>
    private int lowest;

    /// <summary>A text; the array must not change any more.</summary>
    /// <param name="path">The file's name, by which its language is known.</param>
    /// <param name="contents">What is in it.</param>
    internal Document(string path, byte[] contents)
    {
        Text = new TextBuffer(contents);
        savedRoot = Text.Root;
        ReadOnlySpan<byte> start = contents.AsSpan(0, Math.Min(contents.Length, StartLength));
        Language = Language.Of(path, start);
        Colours = new LineColours(Text, Language);
        LineEnd = Text.HasCarriageReturns ? "\r\n"u8.ToArray() : "\n"u8.ToArray();
        IndentsByTabs = start.StartsWith("\t"u8) || start.IndexOf("\n\t"u8) >= 0;
    }

    internal TextBuffer Text { get; }

    internal EditHistory History { get; } = new();

    internal Language Language { get; private set; }

    internal LineColours Colours { get; private set; }

    /// <summary>How lines end: as the file's first one.</summary>
    internal ReadOnlySpan<byte> LineEnding => LineEnd;

    /// <summary>Whether lines are indented by tabs, as some line at the file's beginning is.</summary>
    internal bool IndentsByTabs { get; }

    internal int Cursor { get; set; }

    /// <summary>The selection's other end; -1 if there is none.</summary>
    internal int Anchor { get; set; } = -1;

    internal int SelectionStart => Anchor < 0 ? Cursor : Math.Min(Anchor, Cursor);

    internal int SelectionEnd => Math.Max(Anchor, Cursor);

    internal bool HasSelection => Anchor >= 0 && Anchor != Cursor;

    /// <summary>Whether the text is another than was saved last. What was undone back to there is not.</summary>
    internal bool IsChanged => Text.Root != savedRoot;

    private byte[] LineEnd { get; }

    /// <summary>The text has been saved as it is now.</summary>
    /// <param name="path">Where, which may be a file of another language.</param>
    internal void Saved(string path)
    {
        savedRoot = Text.Root;
        History.EndGroup();
        Language now = Language.Of(path, Text.ToArray(0, Math.Min(Text.Length, StartLength)));
        if (now.Name == Language.Name)
            return;
        Language = now;
        Colours = new LineColours(Text, now);
    }

    /// <summary>Puts bytes in place of others, and the cursor behind them. There is no selection afterwards.</summary>
    internal void Replace(EditKind kind, int start, int length, ReadOnlySpan<byte> bytes)
    {
        var before = new Revision(Text.Root, Cursor);
        Change(start, length, bytes);
        Cursor = start + bytes.Length;
        Anchor = -1;
        History.Add(kind, before, new Revision(Text.Root, Cursor), start);
    }

    /// <summary>Makes several changes that are undone together.</summary>
    internal void Together(Action changes)
    {
        var before = new Revision(Text.Root, Cursor);
        lowest = Text.Length;
        changes();
        if (before.Root != Text.Root)
            History.Add(EditKind.Other, before, new Revision(Text.Root, Cursor), lowest);
    }

    /// <summary>One of those changes. The cursor and the selection stay at the characters where they are.</summary>
    internal void Change(int start, int length, ReadOnlySpan<byte> bytes)
    {
        lowest = Math.Min(lowest, start);
        Text.Delete(start, length);
        Text.Insert(start, bytes);
        Colours.Invalidate(Text.LineAt(start));
        Cursor = Moved(Cursor, start, length, bytes.Length);
        Anchor = Moved(Anchor, start, length, bytes.Length);
    }

    internal bool TryUndo() => History.TryUndo(out Revision revision, out int from) && Restore(revision, from);

    internal bool TryRedo() => History.TryRedo(out Revision revision, out int from) && Restore(revision, from);

    private bool Restore(Revision revision, int from)
    {
        Text.Root = revision.Root;
        Cursor = revision.Cursor;
        Anchor = -1;
        Colours.Invalidate(Text.LineAt(Math.Min(from, Text.Length)));
        return true;
    }

    private static int Moved(int place, int start, int removed, int added)
    {
        if (place < start)
            return place;
        return place >= start + removed && removed + place > start ? place + added - removed : Math.Min(place, start + added);
    }
}
