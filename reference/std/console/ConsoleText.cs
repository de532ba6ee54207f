using System;
using System.Runtime.CompilerServices;

namespace Euralios.Std;

/// <summary>
/// Text on its way to standard output or error: gathered as UTF-8 and passed on a line at a time, so that threads' lines do not mix. Nothing is allocated.
/// </summary>
internal ref struct ConsoleText
{
    private const int Size = 512;

    private Buffer buffer;
    private int length;

    /// <summary>Whether it goes to standard error.</summary>
    internal bool IsError { get; init; }

    internal void Append(scoped ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Size - length < Utf8.LongestCharacter)
                Flush();
            Span<byte> rest = ((Span<byte>)buffer).Slice(length);
            length += Utf8.Encode(Utf8.TakeCodePoint(ref text), rest);
        }
    }

    internal void EndLine()
    {
        Append("\n");
        Flush();
    }

    /// <summary>Passes on what there is.</summary>
    internal void Flush()
    {
        Span<byte> text = ((Span<byte>)buffer).Slice(0, length);
        length = 0;
        if (text.IsEmpty)
            return;
        if (IsError)
            StandardError.Write(text);
        else
            StandardOutput.Write(text);
    }

    [InlineArray(Size)]
    private struct Buffer
    {
        private byte first;
    }
}
