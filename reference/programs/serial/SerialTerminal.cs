using System;
using Euralios.Std;

namespace Euralios.Programs.Serial;

/// <summary>The terminal at the other end of the line.</summary>
internal sealed class SerialTerminal(int columns, int rows) : ITerminal
{
    private const int BufferSize = 256;

    private readonly LineFeeds lineFeeds = new();
    private bool wasUsed;

    public int Columns => columns;

    public int Rows => rows;

    public void Write(ReadOnlySpan<byte> text)
    {
        Span<byte> buffer = stackalloc byte[BufferSize];
        while (!text.IsEmpty)
        {
            int length = lineFeeds.Take(ref text, buffer);
            Line.Send(buffer.Slice(0, length));
        }
    }

    /// <summary>Ordinary colours and a cursor, at the beginning of a line. Before the first session nobody can have changed them.</summary>
    public void Reset()
    {
        if (wasUsed)
            Write("\e[m\e[?25h\n"u8);
        wasUsed = true;
    }
}
