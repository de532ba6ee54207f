using System;
using System.Collections.Generic;

namespace Euralios.Programs.Edit;

/// <summary>What an edit is. Edits of one kind that go on where the last one ended are undone together, but for <see cref="Other"/>.</summary>
internal enum EditKind : byte
{
    /// <summary>One that is undone by itself.</summary>
    Other,
    Typing,
    Erasing,
}

/// <summary>A text, and where the cursor is in it.</summary>
internal readonly struct Revision(Piece? root, int cursor)
{
    internal Piece? Root { get; } = root;

    internal int Cursor { get; } = cursor;
}

/// <summary>
/// What can be undone and redone: groups of edits, each with the text before and after it. Texts share their trees, so a group takes no more than the
/// nodes that its edits made.
/// </summary>
internal sealed class EditHistory
{
    /// <summary>How many groups are remembered.</summary>
    internal const int MostGroups = 1000;

    private readonly List<Group> groups = [];

    /// <summary>How many of the groups are done; those behind are undone.</summary>
    private int done;

    private bool isOpen;

    /// <summary>An edit was made. What was undone is forgotten.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="before">What was before.</param>
    /// <param name="after">What is now.</param>
    /// <param name="lowest">The first place that it changed.</param>
    internal void Add(EditKind kind, Revision before, Revision after, int lowest)
    {
        groups.RemoveRange(done, groups.Count - done);
        Group? last = done > 0 ? groups[done - 1] : null;
        if (last is not null && isOpen && kind != EditKind.Other && last.Kind == kind && last.After.Cursor == before.Cursor)
        {
            last.After = after;
            last.Lowest = Math.Min(last.Lowest, lowest);
            return;
        }

        if (done == MostGroups)
            groups.RemoveAt(0);
        groups.Add(new Group(kind, before, after, lowest));
        done = groups.Count;
        isOpen = true;
    }

    /// <summary>The next edit begins a group of its own.</summary>
    internal void EndGroup() => isOpen = false;

    /// <summary>Goes back.</summary>
    /// <param name="revision">What was before the last group that is done.</param>
    /// <param name="lowest">The first place that is different.</param>
    /// <returns>False if there is nothing to undo.</returns>
    internal bool TryUndo(out Revision revision, out int lowest)
    {
        isOpen = false;
        revision = done > 0 ? groups[done - 1].Before : default;
        lowest = done > 0 ? groups[done - 1].Lowest : 0;
        return done > 0 && done-- > 0;
    }

    /// <summary>Goes forward again.</summary>
    internal bool TryRedo(out Revision revision, out int lowest)
    {
        bool isThere = done < groups.Count;
        isOpen = false;
        revision = isThere ? groups[done].After : default;
        lowest = isThere ? groups[done].Lowest : 0;
        done += isThere ? 1 : 0;
        return isThere;
    }

    private sealed class Group(EditKind kind, Revision before, Revision after, int lowest)
    {
        internal EditKind Kind { get; } = kind;

        internal Revision Before { get; } = before;

        internal Revision After { get; set; } = after;

        internal int Lowest { get; set; } = lowest;
    }
}
