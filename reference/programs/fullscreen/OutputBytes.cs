using System;

namespace Euralios.Programs.FullScreen;

/// <summary>Bytes on their way to the terminal.</summary>
internal sealed class OutputBytes
{
    private const int MostDigits = 10;

    private byte[] bytes = new byte[1024];
    private int length;

    internal ReadOnlySpan<byte> Bytes => bytes.AsSpan(0, length);

    internal int Length => length;

    internal void Clear() => length = 0;

    internal void Append(ReadOnlySpan<byte> text)
    {
        if (text.Length > bytes.Length - length)
            Array.Resize(ref bytes, Math.Max(length + text.Length, bytes.Length * 2));
        text.CopyTo(bytes.AsSpan(length));
        length += text.Length;
    }

    internal void AppendCharacter(uint codePoint)
    {
        Span<byte> character = stackalloc byte[CodePoint.Longest];
        Append(character.Slice(0, CodePoint.Encode(codePoint, character)));
    }

    internal void AppendNumber(int value)
    {
        Span<byte> digits = stackalloc byte[MostDigits];
        int first = MostDigits;
        do
        {
            digits[--first] = (byte)('0' + (value % 10));
            value /= 10;
        }
        while (value > 0);
        Append(digits.Slice(first));
    }
}
