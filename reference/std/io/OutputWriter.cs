using System;
using System.IO;

namespace Euralios.Std;

/// <summary>Standard output or error as a writer of text.</summary>
internal sealed class OutputWriter(bool isError) : TextWriter
{
    private const int PieceLength = 512;

    /// <summary>The first half of a pair of surrogates whose second has not come yet.</summary>
    private char half;

    public override void Write(char value) => Write([value]);

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Span<byte> piece = stackalloc byte[PieceLength];
        int length = 0;
        if (half != 0 && !buffer.IsEmpty)
        {
            ReadOnlySpan<char> pair = [half, buffer[0]];
            length = Utf8.Encode(Utf8.TakeCodePoint(ref pair), piece);
            if (pair.IsEmpty)
                buffer = buffer.Slice(1);
            half = '\0';
        }

        while (!buffer.IsEmpty)
        {
            if (buffer.Length == 1 && char.IsHighSurrogate(buffer[0]))
            {
                half = buffer[0];
                break;
            }

            if (PieceLength - length < Utf8.LongestCharacter)
            {
                Write(piece.Slice(0, length));
                length = 0;
            }

            length += Utf8.Encode(Utf8.TakeCodePoint(ref buffer), piece.Slice(length));
        }

        Write(piece.Slice(0, length));
    }

    public override void WriteLine(ReadOnlySpan<char> buffer)
    {
        if (half != 0)
        {
            base.WriteLine(buffer);
            return;
        }

        var line = new ConsoleText { IsError = isError };
        line.Append(buffer);
        line.EndLine();
    }

    public override void Flush()
    {
        if (!isError)
            StandardOutput.Flush();
    }

    private void Write(scoped ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty)
            return;
        if (isError)
            StandardError.Write(text);
        else
            StandardOutput.Write(text);
    }
}
