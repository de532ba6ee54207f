using System;

namespace Euralios.Std;

/// <summary>
/// What a key's code means: a character, or above Unicode the bytes ESC, 0x9B and the tail of the key's escape sequence, most significant byte first.
/// </summary>
internal static class KeyCode
{
    private const int LongestTail = 6;

    // xterm's numbers of modifiers: one more than these bits.
    private const uint Shift = 1, Alt = 2, Control = 4;

    /// <summary>The key of a code; <see cref="ConsoleKey.None"/> where it is none that has a name. A character above U+FFFF has none here.</summary>
    internal static ConsoleKeyInfo Decode(ulong code) => Keys.IsCharacter(code) ? OfCharacter(code) : OfSequence(code);

    private static ConsoleKeyInfo OfCharacter(ulong code)
    {
        char character = code <= char.MaxValue ? (char)code : '\0';
        switch (code)
        {
            case 8:
                return new ConsoleKeyInfo(character, ConsoleKey.Backspace, false, false, false);
            case 9:
                return new ConsoleKeyInfo(character, ConsoleKey.Tab, false, false, false);
            case 10 or 13:
                return new ConsoleKeyInfo('\r', ConsoleKey.Enter, false, false, false);
            case 27:
                return new ConsoleKeyInfo(character, ConsoleKey.Escape, false, false, false);
            case >= 1 and <= 26:
                return new ConsoleKeyInfo(character, (ConsoleKey)('A' + code - 1), false, false, true);
            case 127:
                return new ConsoleKeyInfo('\0', ConsoleKey.Delete, false, false, false);
            case ' ' or (>= '0' and <= '9'):
                return new ConsoleKeyInfo(character, (ConsoleKey)code, false, false, false);
            case >= 'A' and <= 'Z':
                return new ConsoleKeyInfo(character, (ConsoleKey)code, true, false, false);
            case >= 'a' and <= 'z':
                return new ConsoleKeyInfo(character, (ConsoleKey)(code - 'a' + 'A'), false, false, false);
            default:
                return new ConsoleKeyInfo(character, ConsoleKey.None, false, false, false);
        }
    }

    private static ConsoleKeyInfo OfSequence(ulong code)
    {
        Span<byte> tail = stackalloc byte[LongestTail];
        int length = Keys.Unpack(code, tail);
        return length == 0 ? default : OfTail(tail.Slice(0, length));
    }

    /// <summary>Numbers with semicolons between them, and a letter or a tilde.</summary>
    private static ConsoleKeyInfo OfTail(ReadOnlySpan<byte> tail)
    {
        uint number = 0;
        uint modifiers = 0;
        bool isSecond = false;
        foreach (byte value in tail.Slice(0, tail.Length - 1))
        {
            if (value == ';')
            {
                isSecond = true;
                continue;
            }

            if (value is < (byte)'0' or > (byte)'9')
                return default;
            if (isSecond)
                modifiers = (modifiers * 10) + value - '0';
            else
                number = (number * 10) + value - '0';
        }

        modifiers = modifiers == 0 ? 0 : modifiers - 1;
        byte last = tail[tail.Length - 1];
        if (last == (byte)'Z')
            return new ConsoleKeyInfo('\t', ConsoleKey.Tab, true, false, false);
        ConsoleKey key = last == (byte)'~' ? OfNumber(number) : OfLetter(last);
        return new ConsoleKeyInfo('\0', key, (modifiers & Shift) != 0, (modifiers & Alt) != 0, (modifiers & Control) != 0);
    }

    private static ConsoleKey OfLetter(byte letter) => letter switch
    {
        (byte)'A' => ConsoleKey.UpArrow,
        (byte)'B' => ConsoleKey.DownArrow,
        (byte)'C' => ConsoleKey.RightArrow,
        (byte)'D' => ConsoleKey.LeftArrow,
        (byte)'F' => ConsoleKey.End,
        (byte)'H' => ConsoleKey.Home,
        _ => ConsoleKey.None,
    };

    private static ConsoleKey OfNumber(uint number) => number switch
    {
        1 or 7 => ConsoleKey.Home,
        2 => ConsoleKey.Insert,
        3 => ConsoleKey.Delete,
        4 or 8 => ConsoleKey.End,
        5 => ConsoleKey.PageUp,
        6 => ConsoleKey.PageDown,
        >= 11 and <= 15 => ConsoleKey.F1 + (int)(number - 11),
        >= 17 and <= 21 => ConsoleKey.F6 + (int)(number - 17),
        23 => ConsoleKey.F11,
        24 => ConsoleKey.F12,
        _ => ConsoleKey.None,
    };
}
