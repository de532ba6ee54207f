using System;

namespace Euralios.Programs.Edit;

/// <summary>
/// A text as a piece table: the file as it was read, a second source to which all that is typed is appended, and a tree of pieces of the two, which is the
/// text. Places are offsets in bytes, from 0 to <see cref="Length"/>. Every change and every question takes time by the logarithm of the number of pieces.
/// </summary>
internal sealed class TextBuffer
{
    private const byte CarriageReturn = (byte)'\r';

    private readonly PieceTree tree = new();
    private readonly SourceBytes added = new([]);

    /// <summary>A text; the array must not change any more.</summary>
    internal TextBuffer(byte[] original)
    {
        if (original.Length > 0)
            Root = tree.Leaf(new SourceBytes(original), 0, original.Length);
    }

    /// <summary>The text as it is now. It can be kept, and set again later.</summary>
    internal Piece? Root { get; set; }

    internal int Length => Piece.LengthOf(Root);

    /// <summary>Lines: one more than there are line feeds.</summary>
    internal int LineCount => Piece.LineFeedsOf(Root) + 1;

    internal byte this[int offset] => BytesAt(offset)[0];

    internal void Insert(int offset, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return;
        int start = added.Length;
        added.Append(bytes);
        tree.Split(Root, offset, out Piece? before, out Piece? behind);
        Root = tree.Join(tree.Append(before, added, start, bytes.Length), behind);
    }

    internal void Delete(int offset, int length)
    {
        if (length <= 0)
            return;
        tree.Split(Root, offset, out Piece? before, out Piece? rest);
        tree.Split(rest, length, out _, out Piece? behind);
        Root = tree.Join(before, behind);
    }

    /// <summary>The bytes from a place on that lie together; at least one, unless it is the end.</summary>
    internal ReadOnlySpan<byte> BytesAt(int offset)
    {
        Piece? node = Root;
        while (node is not null)
        {
            int start = Piece.LengthOf(node.Before);
            if (offset < start)
            {
                node = node.Before;
                continue;
            }

            offset -= start;
            if (offset < node.Length)
                return node.Source.Slice(node.Start + offset, node.Length - offset);
            offset -= node.Length;
            node = node.Behind;
        }

        return default;
    }

    /// <summary>Copies bytes from a place on: as many as there is room for and as the text has. Returns how many.</summary>
    internal int CopyTo(int offset, Span<byte> destination)
    {
        int copied = 0;
        while (copied < destination.Length)
        {
            ReadOnlySpan<byte> bytes = BytesAt(offset + copied);
            if (bytes.IsEmpty)
                break;
            bytes = bytes.Slice(0, Math.Min(bytes.Length, destination.Length - copied));
            bytes.CopyTo(destination.Slice(copied));
            copied += bytes.Length;
        }

        return copied;
    }

    /// <summary>A copy of a part.</summary>
    internal byte[] ToArray(int offset, int length)
    {
        byte[] bytes = new byte[length];
        CopyTo(offset, bytes);
        return bytes;
    }

    /// <summary>The line, from 0, that a place is in.</summary>
    internal int LineAt(int offset)
    {
        int line = 0;
        Piece? node = Root;
        while (node is not null)
        {
            int start = Piece.LengthOf(node.Before);
            if (offset <= start)
            {
                node = node.Before;
                continue;
            }

            line += Piece.LineFeedsOf(node.Before);
            offset -= start;
            if (offset <= node.Length)
                return line + node.Source.LineFeedsBefore(node.Start + offset) - node.FirstLineFeed;
            line += node.LineFeeds;
            offset -= node.Length;
            node = node.Behind;
        }

        return line;
    }

    /// <summary>Where a line begins; the text's end if there are not so many.</summary>
    internal int LineStart(int line)
    {
        if (line <= 0)
            return 0;
        int missing = line - 1; // line feeds before the one that the line begins behind
        int offset = 0;
        Piece? node = Root;
        while (node is not null)
        {
            int before = Piece.LineFeedsOf(node.Before);
            if (missing < before)
            {
                node = node.Before;
                continue;
            }

            missing -= before;
            offset += Piece.LengthOf(node.Before);
            if (missing < node.LineFeeds)
                return offset + node.Source.LineFeedAt(node.FirstLineFeed + missing) - node.Start + 1;
            missing -= node.LineFeeds;
            offset += node.Length;
            node = node.Behind;
        }

        return offset;
    }

    /// <summary>Where a line's characters end: before its line feed, and before a carriage return that belongs to that.</summary>
    internal int LineEnd(int line)
    {
        int next = LineStart(line + 1);
        if (line + 1 >= LineCount)
            return next;
        int end = next - 1;
        return end > LineStart(line) && this[end - 1] == CarriageReturn ? end - 1 : end;
    }

    /// <summary>Whether lines end in CR LF: the first one does.</summary>
    internal bool HasCarriageReturns => LineCount > 1 && LineStart(1) - LineEnd(0) > 1;
}
