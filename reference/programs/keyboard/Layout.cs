using System;

namespace Euralios.Programs.Keyboard;

/// <summary>
/// What is printed on the keys: for each of the 48 keys with characters the one alone, with Shift, and with AltGr; a space where there is none, and
/// an empty text in a layout without AltGr. The
/// order is that of the keyboard's rows: 1 to =, Q to ], A to ', the key left of 1, the one left of Enter (or above it), Z to /, and the key
/// between Shift and Z that European keyboards have.
/// </summary>
internal sealed class Layout(string name, string plain, string shifted, string third, string dead, char keypadPoint)
{
    private const int Keys = 48;

    /// <summary>The United States' layout.</summary>
    internal static Layout UnitedStates() => new(
        "us",
        "1234567890-=qwertyuiop[]asdfghjkl;'`\\zxcvbnm,./\\",
        "!@#$%^&*()_+QWERTYUIOP{}ASDFGHJKL:\"~|ZXCVBNM<>?|",
        "",
        "",
        '.');

    /// <summary>The German layout (DIN 2137, T1).</summary>
    internal static Layout German() => new(
        "de",
        "1234567890ß´qwertzuiopü+asdfghjklöä^#yxcvbnm,.-<",
        "!\"§$%&/()=?`QWERTZUIOPÜ*ASDFGHJKLÖÄ°'YXCVBNM;:_>",
        " ²³   {[]}\\ @ €        ~                   µ   |",
        "´`^",
        ',');

    /// <summary>By which an argument chooses it.</summary>
    internal string Name { get; } = name;

    /// <summary>What the point of the numeric block is.</summary>
    internal char KeypadPoint { get; } = keypadPoint;

    /// <summary>Whether the right Alt key chooses third characters.</summary>
    internal bool HasThirdLevel { get; } = third.Length > 0;

    /// <summary>The layout of a name; null if there is none.</summary>
    internal static Layout? Find(string name) => name == "us" ? UnitedStates() : name == "de" ? German() : null;

    /// <summary>The character of a key; '\0' if it has none.</summary>
    internal char Character(int position, bool shift, bool isThird)
    {
        int index = Index(position);
        if (index < 0)
            return '\0';
        if (!isThird)
            return (shift ? shifted : plain)[index];
        return third.Length == 0 || third[index] == ' ' ? '\0' : third[index];
    }

    /// <summary>Whether a key is a letter's, so that caps lock turns it round.</summary>
    internal bool IsLetter(int position)
    {
        int index = Index(position);
        return index >= 0 && plain[index] is (>= 'a' and <= 'z') or (>= 'à' and <= 'þ') && shifted[index] == plain[index] - 0x20;
    }

    /// <summary>Whether a character waits for the next, which it becomes an accent of.</summary>
    internal bool IsDead(char character) => dead.AsSpan().IndexOf(character) >= 0;

    private static int Index(int position) => position switch
    {
        >= 0x02 and <= 0x0D => position - 0x02,
        >= 0x10 and <= 0x1B => 12 + position - 0x10,
        >= 0x1E and <= 0x28 => 24 + position - 0x1E,
        0x29 => 35,
        0x2B => 36,
        >= 0x2C and <= 0x35 => 37 + position - 0x2C,
        0x56 => Keys - 1,
        _ => -1,
    };
}
