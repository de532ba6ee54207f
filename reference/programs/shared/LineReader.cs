using System;

namespace Euralios.Tools;

/// <summary>An input line by line, as bytes: what is no text stays what it is.</summary>
internal sealed class LineReader(ToolInput input, ToolOutput output)
{
    private const int FirstCapacity = 64 << 10;

    private byte[] buffer = new byte[FirstCapacity];
    private int start;
    private int end;
    private int searched;
    private bool isEnd;

    /// <summary>Whether reading failed; a person has been told.</summary>
    internal bool HasFailed { get; private set; }

    /// <summary>The next line without its end; it is good until the next one is read. False at the end of the input.</summary>
    internal bool TryRead(out ReadOnlySpan<byte> line)
    {
        while (true)
        {
            int length = new ReadOnlySpan<byte>(buffer, searched, end - searched).IndexOf((byte)'\n');
            if (length >= 0)
            {
                int lineEnd = searched + length;
                line = new ReadOnlySpan<byte>(buffer, start, lineEnd - start);
                start = searched = lineEnd + 1;
                return true;
            }

            searched = end;
            if (isEnd)
            {
                line = new ReadOnlySpan<byte>(buffer, start, end - start);
                bool isLine = end > start;
                start = end;
                return isLine;
            }

            Fill();
        }
    }

    private void Fill()
    {
        output.Flush();
        if (start > 0)
        {
            new ReadOnlySpan<byte>(buffer, start, end - start).CopyTo(buffer);
            end -= start;
            searched -= start;
            start = 0;
        }

        if (end == buffer.Length)
        {
            byte[] larger = new byte[buffer.Length * 2];
            buffer.AsSpan(0, end).CopyTo(larger);
            buffer = larger;
        }

        HasFailed |= !input.TryRead(buffer.AsSpan(end, buffer.Length - end), out int count);
        isEnd = count == 0;
        end += count;
    }
}
