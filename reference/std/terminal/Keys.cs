using System;

namespace Euralios.Std;

/// <summary>
/// The codes of keys as the message CHAR carries them. A character's code is its Unicode code point. A key that is no character has a code
/// above Unicode: the bytes ESC, 0x9B and the tail of the escape sequence that a terminal sends for it (ECMA-48; xterm's "PC-style" keys), most
/// significant byte first. Eight bytes hold every tail that is used here.
/// </summary>
public static class Keys
{
    public const ulong Backspace = 0x08;
    public const ulong Tab = 0x09;
    public const ulong Enter = 0x0A;
    public const ulong Escape = 0x1B;
    public const ulong Delete = 0x7F;

    /// <summary>Ctrl-C, which interrupts a program.</summary>
    public const ulong Interrupt = 0x03;

    public const ulong ArrowUp = Special | 0x41;
    public const ulong ArrowDown = Special | 0x42;
    public const ulong ArrowRight = Special | 0x43;
    public const ulong ArrowLeft = Special | 0x44;
    public const ulong End = Special | 0x46;
    public const ulong Home = Special | 0x48;

    /// <summary>The middle key of the numeric block without num lock.</summary>
    public const ulong Center = Special | 0x45;

    /// <summary>Shift and Tab.</summary>
    public const ulong BackTab = Special | 0x5A;

    public const ulong Insert = 0x1B9B_327E;
    public const ulong PageUp = 0x1B9B_357E;
    public const ulong PageDown = 0x1B9B_367E;

    public const ulong F1 = 0x1B_9B31_317E;
    public const ulong F2 = 0x1B_9B31_327E;
    public const ulong F3 = 0x1B_9B31_337E;
    public const ulong F4 = 0x1B_9B31_347E;
    public const ulong F5 = 0x1B_9B31_357E;
    public const ulong F6 = 0x1B_9B31_377E;
    public const ulong F7 = 0x1B_9B31_387E;
    public const ulong F8 = 0x1B_9B31_397E;
    public const ulong F9 = 0x1B_9B32_307E;
    public const ulong F10 = 0x1B_9B32_317E;
    public const ulong F11 = 0x1B_9B32_337E;
    public const ulong F12 = 0x1B_9B32_347E;

    private const ulong Introducer = 0x1B9B;
    private const ulong Special = Introducer << 8;
    private const int LongestTail = 6;

    /// <summary>Whether a code is a character's, a control character's among them.</summary>
    public static bool IsCharacter(ulong code) => code <= 0x10_FFFF;

    /// <summary>The code of the key that a terminal sends as ESC [ and this tail; 0 if the tail has no or more than six bytes.</summary>
    public static ulong Pack(ReadOnlySpan<byte> tail)
    {
        if (tail.IsEmpty || tail.Length > LongestTail)
            return 0;
        ulong code = Introducer;
        foreach (byte value in tail)
            code = (code << 8) | value;
        return code;
    }

    /// <summary>The tail of a key's escape sequence.</summary>
    /// <param name="code">The key.</param>
    /// <param name="tail">At least six bytes.</param>
    /// <returns>The tail's length; 0 for a character.</returns>
    public static int Unpack(ulong code, Span<byte> tail)
    {
        int length = 0;
        for (ulong rest = code; rest > Introducer; rest >>= 8)
            length++;
        if (length is 0 or > LongestTail || code >> (8 * length) != Introducer)
            return 0;
        for (int i = 0; i < length; i++)
            tail[i] = (byte)(code >> (8 * (length - 1 - i)));
        return length;
    }

    /// <summary>
    /// A key pressed together with modifiers, as xterm sends it: arrow up with Ctrl is ESC [1;5A, F5 with Shift ESC [15;2~. A character is
    /// as it is, whatever is pressed with it, and so is Delete, which is a character here.
    /// </summary>
    public static ulong With(ulong key, KeyModifiers modifiers)
    {
        Span<byte> tail = stackalloc byte[LongestTail];
        int length = Unpack(key, tail);
        if (modifiers == 0 || length == 0 || length + 2 > LongestTail)
            return key;
        byte final = tail[length - 1];
        if (length == 1)
            tail[length++ - 1] = (byte)'1';
        tail[length - 1] = (byte)';';
        tail[length] = (byte)('1' + (byte)modifiers);
        tail[length + 1] = final;
        return Pack(tail.Slice(0, length + 2));
    }

    /// <summary>A key without its modifiers, and those; the opposite of <see cref="With"/>.</summary>
    public static ulong Without(ulong key, out KeyModifiers modifiers)
    {
        Span<byte> tail = stackalloc byte[LongestTail];
        int length = Unpack(key, tail);
        modifiers = 0;
        if (length < 4 || tail[length - 3] != ';' || tail[length - 2] is < (byte)'2' or > (byte)'8')
            return key;
        modifiers = (KeyModifiers)(tail[length - 2] - '1');
        byte final = tail[length - 1];
        length -= 3;
        if (final != '~' && length == 1 && tail[0] == '1')
            length = 0;
        tail[length] = final;
        return Pack(tail.Slice(0, length + 1));
    }
}

/// <summary>What is held down while a key is pressed. The values are those of xterm's parameter, less one.</summary>
[Flags]
public enum KeyModifiers : byte
{
    None = 0,
    Shift = 1,
    Alt = 2,
    Control = 4,
}
