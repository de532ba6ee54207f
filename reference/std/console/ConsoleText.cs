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
        if (length > 0)
            StandardOutput.Write(((Span<byte>)buffer).Slice(0, length));
        length = 0;
    }

    /// <summary>Ends a line and passes on to standard error what there is.</summary>
    internal void EndErrorLine()
    {
        Append("\n");
        StandardError.Write(((Span<byte>)buffer).Slice(0, length));
        length = 0;
    }

    [InlineArray(Size)]
    private struct Buffer
    {
        private byte first;
    }
}
