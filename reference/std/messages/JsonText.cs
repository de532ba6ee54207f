using System;

namespace Euralios.Std;

/// <summary>Strings in JSON (RFC 8259, section 7).</summary>
internal static class JsonText
{
    private const byte Quote = (byte)'"', Backslash = (byte)'\\';

    /// <summary>A string without its escapes. Malformed ones become U+FFFD.</summary>
    internal static string Unescape(ReadOnlySpan<byte> text)
    {
        if (text.IndexOf(Backslash) < 0)
            return Utf8.GetString(text);
        char[] result = new char[text.Length];
        int length = 0;
        while (!text.IsEmpty)
        {
            uint codePoint = Utf8.TakeCodePoint(ref text);
            if (codePoint == Backslash)
            {
                result[length++] = TakeEscape(ref text);
                continue;
            }

            if (codePoint >= 0x1_0000)
            {
                result[length++] = (char)(0xD800 + ((codePoint - 0x1_0000) >> 10));
                codePoint = 0xDC00 + (codePoint & 0x3FF);
            }

            result[length++] = (char)codePoint;
        }

        return new string(new ReadOnlySpan<char>(result, 0, length));
    }

    private static char TakeEscape(ref ReadOnlySpan<byte> text)
    {
        const char Malformed = '\uFFFD';
        if (text.IsEmpty)
            return Malformed;
        byte kind = text[0];
        text = text.Slice(1);
        switch (kind)
        {
            case (byte)'b':
                return '\b';
            case (byte)'f':
                return '\f';
            case (byte)'n':
                return '\n';
            case (byte)'r':
                return '\r';
            case (byte)'t':
                return '\t';
            case Quote or Backslash or (byte)'/':
                return (char)kind;
            case (byte)'u' when text.Length >= 4:
                uint number = 0;
                for (int i = 0; i < 4; i++)
                {
                    uint digit = Digit(text[i]);
                    if (digit > 15)
                        return Malformed;
                    number = (number << 4) | digit;
                }

                text = text.Slice(4);
                return (char)number;
            default:
                return Malformed;
        }
    }

    private static uint Digit(byte value) => value switch
    {
        >= (byte)'0' and <= (byte)'9' => (uint)value - '0',
        >= (byte)'a' and <= (byte)'f' => (uint)value - 'a' + 10,
        >= (byte)'A' and <= (byte)'F' => (uint)value - 'A' + 10,
        _ => 16,
    };
}
