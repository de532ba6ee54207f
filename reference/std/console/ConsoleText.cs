using System;
using System.Runtime.CompilerServices;

namespace Euralios.Std;

/// <summary>
/// Text on its way to the console: gathered as UTF-8 and written a line at a time, so that programs' lines do not mix. Nothing is allocated.
/// </summary>
internal ref struct ConsoleText
{
    private const int Size = 512;

    private Buffer buffer;
    private int length;

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

    /// <summary>Writes what there is. A console that does not take it cannot be told so either.</summary>
    internal void Flush()
    {
        if (length > 0)
            SystemCall.TryDebugWrite(((Span<byte>)buffer).Slice(0, length), out _);
        length = 0;
    }

    [InlineArray(Size)]
    private struct Buffer
    {
        private byte first;
    }
}
