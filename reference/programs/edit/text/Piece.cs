namespace Euralios.Programs.Edit;

/// <summary>
/// A node of the piece table's tree: some bytes of a source, the text before them and the text behind them. Nodes never change: an edit makes new ones on
/// the way to its place and shares all others, so whoever keeps a root keeps a whole text.
/// </summary>
/// <remarks>The tree is a treap: in order of the text from left to right, and no node has a lower priority than one below it. Priorities are random, so
/// the tree is as deep as the logarithm of its size, whatever the edits are.</remarks>
internal sealed class Piece
{
    internal Piece(SourceBytes source, int start, int length, uint priority, Piece? before, Piece? behind)
    {
        Source = source;
        Start = start;
        Length = length;
        Priority = priority;
        Before = before;
        Behind = behind;
        FirstLineFeed = source.LineFeedsBefore(start);
        LineFeeds = source.LineFeedsBefore(start + length) - FirstLineFeed;
        Sum();
    }

    private Piece(Piece other, Piece? before, Piece? behind)
    {
        Source = other.Source;
        Start = other.Start;
        Length = other.Length;
        Priority = other.Priority;
        FirstLineFeed = other.FirstLineFeed;
        LineFeeds = other.LineFeeds;
        Before = before;
        Behind = behind;
        Sum();
    }

    internal SourceBytes Source { get; }

    internal int Start { get; }

    internal int Length { get; }

    /// <summary>The number, in the source, of the first line feed at or behind the piece's start.</summary>
    internal int FirstLineFeed { get; }

    /// <summary>Line feeds in the piece itself.</summary>
    internal int LineFeeds { get; }

    internal uint Priority { get; }

    internal Piece? Before { get; }

    internal Piece? Behind { get; }

    /// <summary>Bytes of the piece and of all below it.</summary>
    internal int TotalLength { get; private set; }

    /// <summary>Line feeds of the piece and of all below it.</summary>
    internal int TotalLineFeeds { get; private set; }

    /// <summary>The same piece with other text around it.</summary>
    internal Piece With(Piece? before, Piece? behind) => new(this, before, behind);

    private void Sum()
    {
        TotalLength = Length + LengthOf(Before) + LengthOf(Behind);
        TotalLineFeeds = LineFeeds + LineFeedsOf(Before) + LineFeedsOf(Behind);
    }

    /// <summary>The length of a text; no node is no text.</summary>
    internal static int LengthOf(Piece? root) => root is null ? 0 : root.TotalLength;

    internal static int LineFeedsOf(Piece? root) => root is null ? 0 : root.TotalLineFeeds;
}
