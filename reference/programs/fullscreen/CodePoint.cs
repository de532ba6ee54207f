using System;

namespace Euralios.Programs.FullScreen;

/// <summary>
/// Characters among bytes (UTF-8, RFC 3629). Malformed bytes count as characters too, U+FFFD each, so that every text can be walked through and none is
/// changed by it.
/// </summary>
internal static class CodePoint
{
    /// <summary>What stands for malformed bytes.</summary>
    internal const uint Replacement = 0xFFFD;

    /// <summary>The most bytes that a character has.</summary>
    internal const int Longest = 4;

    /// <summary>The character at the beginning of some bytes.</summary>
    /// <param name="bytes">At least one byte.</param>
    /// <param name="length">How many of them it has.</param>
    internal static uint Decode(ReadOnlySpan<byte> bytes, out int length)
    {
        uint first = bytes[0];
        int needed = LengthOf(first);
        length = 1;
        if (needed <= 1)
            return needed == 1 ? first : Replacement;
        uint codePoint = first & (0x7Fu >> needed);
        for (; length < needed && length < bytes.Length && IsContinuation(bytes[length]); length++)
            codePoint = (codePoint << 6) | (bytes[length] & 0x3Fu);

        // Too few bytes, more than were needed, half a pair of surrogates, or beyond Unicode.
        uint least = needed == 2 ? 0x80u : needed == 3 ? 0x800u : 0x1_0000u;
        return length < needed || codePoint < least || codePoint is (>= 0xD800 and <= 0xDFFF) or > 0x10_FFFF ? Replacement : codePoint;
    }

    /// <summary>How many bytes the last character of some bytes has, which end at a character's end.</summary>
    internal static int LengthOfLast(ReadOnlySpan<byte> bytes)
    {
        int length = 1;
        while (length < Longest && length < bytes.Length && IsContinuation(bytes[bytes.Length - length]))
            length++;
        Decode(bytes.Slice(bytes.Length - length), out int decoded);
        return decoded == length ? length : 1;
    }

    /// <summary>Writes a character; the destination has room for <see cref="Longest"/> bytes. Returns how many it took.</summary>
    internal static int Encode(uint codePoint, Span<byte> destination)
    {
        if (codePoint < 0x80)
        {
            destination[0] = (byte)codePoint;
            return 1;
        }

        int length = codePoint < 0x800 ? 2 : codePoint < 0x1_0000 ? 3 : 4;
        for (int i = length - 1; i > 0; i--)
        {
            destination[i] = (byte)(0x80 | (codePoint & 0x3F));
            codePoint >>= 6;
        }

        destination[0] = (byte)((0xF00u >> length) | codePoint);
        return length;
    }

    private static bool IsContinuation(byte value) => (value & 0xC0) == 0x80;

    /// <summary>How many bytes a character has that begins with this one; 0 where none begins so.</summary>
    private static int LengthOf(uint first) => first switch
    {
        < 0x80 => 1,
        >= 0xC2 and < 0xE0 => 2,
        >= 0xE0 and < 0xF0 => 3,
        >= 0xF0 and < 0xF5 => 4,
        _ => 0,
    };
}
