using System;

namespace Euralios.Std;

/// <summary>From C#'s UTF-16 to the UTF-8 of the kernel and the servers, and back.</summary>
internal static class Utf8
{
    /// <summary>The most bytes that one character, or a pair of surrogates, becomes.</summary>
    internal const int LongestCharacter = 4;

    /// <summary>What stands for half a pair of surrogates and for malformed bytes.</summary>
    private const uint Replacement = 0xFFFD;

    /// <summary>Takes the first code point off a text.</summary>
    internal static uint TakeCodePoint(ref ReadOnlySpan<char> text)
    {
        uint first = text[0];
        if (char.IsHighSurrogate(text[0]) && text.Length > 1 && char.IsLowSurrogate(text[1]))
        {
            uint second = text[1];
            text = text.Slice(2);
            return 0x1_0000 + ((first - 0xD800) << 10) + (second - 0xDC00);
        }

        bool isHalf = char.IsHighSurrogate(text[0]) || char.IsLowSurrogate(text[0]);
        text = text.Slice(1);
        return isHalf ? Replacement : first;
    }

    /// <summary>Writes a code point; the destination has room for <see cref="LongestCharacter"/> bytes. Returns how many it took.</summary>
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

        // As many ones as there are bytes, then a zero.
        destination[0] = (byte)((0xF00u >> length) | codePoint);
        return length;
    }

    /// <summary>The bytes of a text.</summary>
    internal static byte[] GetBytes(ReadOnlySpan<char> text)
    {
        Span<byte> character = stackalloc byte[LongestCharacter];
        int length = 0;
        for (ReadOnlySpan<char> rest = text; !rest.IsEmpty;)
            length += Encode(TakeCodePoint(ref rest), character);
        byte[] bytes = new byte[length];
        int at = 0;
        for (ReadOnlySpan<char> rest = text; !rest.IsEmpty;)
        {
            int count = Encode(TakeCodePoint(ref rest), character);
            for (int i = 0; i < count; i++)
                bytes[at++] = character[i];
        }

        return bytes;
    }

    /// <summary>The text of some bytes. Malformed ones become U+FFFD.</summary>
    internal static string GetString(ReadOnlySpan<byte> bytes)
    {
        // No byte becomes more than one character.
        char[] text = new char[bytes.Length];
        int length = 0;
        while (!bytes.IsEmpty)
        {
            uint codePoint = TakeCodePoint(ref bytes);
            if (codePoint >= 0x1_0000)
            {
                text[length++] = (char)(0xD800 + ((codePoint - 0x1_0000) >> 10));
                text[length++] = (char)(0xDC00 + (codePoint & 0x3FF));
            }
            else
            {
                text[length++] = (char)codePoint;
            }
        }

        return new string(new ReadOnlySpan<char>(text, 0, length));
    }

    /// <summary>How many bytes of a text go into a piece of it, so that no character is cut in two. Never 0, whatever the bytes are.</summary>
    internal static int WholeCharacters(ReadOnlySpan<byte> text, int limit)
    {
        if (text.Length <= limit)
            return text.Length;
        int end = limit;
        while (end > 0 && limit - end < LongestCharacter - 1 && (text[end] & 0xC0) == 0x80)
            end--;
        return end > 0 && (text[end] & 0xC0) != 0x80 ? end : Math.Max(limit, 1);
    }

    /// <summary>Whether all of some bytes is well-formed.</summary>
    internal static bool IsValid(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            // U+FFFD itself is a character too.
            bool isReplacement = bytes.StartsWith("\uFFFD"u8);
            if (TakeCodePoint(ref bytes) == Replacement && !isReplacement)
                return false;
        }

        return true;
    }

    /// <summary>Whether bytes are the beginning of a character whose rest is missing.</summary>
    internal static bool IsIncomplete(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
            return true;
        int length = LengthOf(bytes[0]);
        if (length <= bytes.Length)
            return false;
        for (int i = 1; i < bytes.Length; i++)
        {
            if ((bytes[i] & 0xC0) != 0x80)
                return false;
        }

        return true;
    }

    /// <summary>Takes the first code point off some bytes. A malformed one is U+FFFD.</summary>
    internal static uint TakeCodePoint(ref ReadOnlySpan<byte> bytes)
    {
        uint first = bytes[0];
        int length = LengthOf(first);
        if (length <= 1)
        {
            bytes = bytes.Slice(1);
            return length == 1 ? first : Replacement;
        }

        uint codePoint = first & (0x7Fu >> length);
        int taken = 1;
        for (; taken < length && taken < bytes.Length && (bytes[taken] & 0xC0) == 0x80; taken++)
            codePoint = (codePoint << 6) | (bytes[taken] & 0x3Fu);
        bytes = bytes.Slice(taken);

        // Too few bytes, more than were needed, half a pair of surrogates, or beyond Unicode.
        uint least = length == 2 ? 0x80u : length == 3 ? 0x800u : 0x1_0000u;
        return taken < length || codePoint < least || codePoint is (>= 0xD800 and <= 0xDFFF) or > 0x10_FFFF ? Replacement : codePoint;
    }

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
