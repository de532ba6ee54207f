using System;

namespace Euralios.Programs.Edit;

/// <summary>Bytes that pieces refer to: once there they do not change, more may follow. Their line feeds are indexed.</summary>
internal sealed class SourceBytes
{
    private const byte LineFeed = (byte)'\n';

    private byte[] bytes;
    private int[] lineFeeds = [];
    private int lineFeedCount;

    /// <summary>Takes an array, which is not copied and must not change any more.</summary>
    internal SourceBytes(byte[] bytes)
    {
        this.bytes = bytes;
        Length = bytes.Length;
        Index(0);
    }

    internal int Length { get; private set; }

    internal ReadOnlySpan<byte> Slice(int start, int length) => new(bytes, start, length);

    /// <summary>Adds bytes at the end.</summary>
    internal void Append(ReadOnlySpan<byte> added)
    {
        int start = Length;
        if (added.Length > bytes.Length - start)
            Array.Resize(ref bytes, Math.Max(start + added.Length, bytes.Length * 2));
        added.CopyTo(bytes.AsSpan(start));
        Length += added.Length;
        Index(start);
    }

    /// <summary>How many line feeds there are before a place.</summary>
    internal int LineFeedsBefore(int place)
    {
        int low = 0;
        int high = lineFeedCount;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (lineFeeds[middle] < place)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Where a line feed is, counted from 0.</summary>
    internal int LineFeedAt(int number) => lineFeeds[number];

    private void Index(int start)
    {
        ReadOnlySpan<byte> rest = Slice(start, Length - start);
        int more = rest.Count(LineFeed);
        if (more > lineFeeds.Length - lineFeedCount)
            Array.Resize(ref lineFeeds, Math.Max(lineFeedCount + more, lineFeeds.Length * 2));
        for (int i = 0; i < rest.Length; i++)
        {
            if (rest[i] == LineFeed)
                lineFeeds[lineFeedCount++] = start + i;
        }
    }
}
