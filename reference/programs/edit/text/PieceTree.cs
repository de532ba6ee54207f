namespace Euralios.Programs.Edit;

/// <summary>Cuts texts in two and joins them. Each takes as many steps as the trees are deep.</summary>
internal sealed class PieceTree
{
    // Marsaglia's xorshift; any seed but 0 will do.
    private uint random = 0x9E37_79B9;

    /// <summary>A text of one piece.</summary>
    internal Piece Leaf(SourceBytes source, int start, int length)
    {
        random ^= random << 13;
        random ^= random >> 17;
        random ^= random << 5;
        return new Piece(source, start, length, random, null, null);
    }

    /// <summary>Cuts a text in two.</summary>
    internal void Split(Piece? root, int offset, out Piece? before, out Piece? behind)
    {
        before = null;
        behind = null;
        if (offset <= 0)
        {
            behind = root;
            return;
        }

        if (offset >= Piece.LengthOf(root))
        {
            before = root;
            return;
        }

        int start = Piece.LengthOf(root!.Before);
        int end = start + root.Length;
        if (offset <= start)
        {
            Split(root.Before, offset, out before, out Piece? rest);
            behind = root.With(rest, root.Behind);
        }
        else if (offset >= end)
        {
            Split(root.Behind, offset - end, out Piece? rest, out behind);
            before = root.With(root.Before, rest);
        }
        else
        {
            // The halves have priorities of their own: with the old one, which both would inherit, many cuts in one piece would make a list of it.
            before = Join(root.Before, Leaf(root.Source, root.Start, offset - start));
            behind = Join(Leaf(root.Source, root.Start + offset - start, end - offset), root.Behind);
        }
    }

    /// <summary>One text behind the other.</summary>
    internal Piece? Join(Piece? before, Piece? behind)
    {
        if (before is null || behind is null)
            return before ?? behind;
        return before.Priority >= behind.Priority
            ? before.With(before.Before, Join(before.Behind, behind))
            : behind.With(Join(before, behind.Before), behind.Behind);
    }

    /// <summary>A text with bytes at its end that have just been added to a source. If its last piece ends where they begin it becomes longer.</summary>
    internal Piece? Append(Piece? root, SourceBytes source, int start, int length) =>
        TryExtend(root, source, start, length, out Piece? extended) ? extended : Join(root, Leaf(source, start, length));

    private static bool TryExtend(Piece? root, SourceBytes source, int start, int length, out Piece? extended)
    {
        extended = null;
        if (root is null)
            return false;
        if (root.Behind is not null)
        {
            if (!TryExtend(root.Behind, source, start, length, out Piece? behind))
                return false;
            extended = root.With(root.Before, behind);
            return true;
        }

        if (root.Source != source || root.Start + root.Length != start)
            return false;
        extended = new Piece(source, root.Start, root.Length + length, root.Priority, root.Before, null);
        return true;
    }
}
