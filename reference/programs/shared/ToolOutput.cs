using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Tools;

/// <summary>Standard output as bytes, gathered to large pieces: whoever waits for input passes on first what there is.</summary>
internal sealed class ToolOutput
{
    private const int Capacity = 32 << 10;

    private readonly Stream stream = Console.OpenStandardOutput();
    private readonly byte[] buffer = new byte[Capacity];
    private int length;

    internal void Write(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > Capacity - length)
            Flush();
        if (bytes.Length > Capacity)
        {
            stream.Write(bytes);
            return;
        }

        bytes.CopyTo(buffer.AsSpan(length, bytes.Length));
        length += bytes.Length;
    }

    internal void WriteLine(ReadOnlySpan<byte> bytes)
    {
        Write(bytes);
        Write("\n"u8);
    }

    internal void Write(string text) => Write(Text.ToUtf8(text));

    internal void Flush()
    {
        if (length > 0)
            stream.Write(new ReadOnlySpan<byte>(buffer, 0, length));
        stream.Flush();
        length = 0;
    }
}
