using System;

namespace Euralios.Programs.Edit;

/// <summary>A key that was pressed: a character, or what has no character.</summary>
internal readonly struct Keystroke(uint character, ConsoleKey key, ConsoleModifiers modifiers)
{
    /// <summary>The character that is to be written; 0 if the key is none.</summary>
    internal uint Character { get; } = character;

    internal ConsoleKey Key { get; } = key;

    internal bool IsShift { get; } = (modifiers & ConsoleModifiers.Shift) != 0;

    internal bool IsControl { get; } = (modifiers & ConsoleModifiers.Control) != 0;

    /// <summary>Whether it is a letter with Ctrl.</summary>
    internal bool Is(char letter) => IsControl && Key == (ConsoleKey)letter;
}

/// <summary>From what <see cref="Console.ReadKey(bool)"/> returns to keystrokes: a character above U+FFFF comes as two keys.</summary>
internal sealed class KeyReader
{
    private char firstHalf;

    /// <summary>Takes a key; false if it was the first half of a character.</summary>
    internal bool TryTake(ConsoleKeyInfo key, out Keystroke keystroke)
    {
        char first = firstHalf;
        firstHalf = '\0';
        keystroke = default;
        if (char.IsHighSurrogate(key.KeyChar))
        {
            firstHalf = key.KeyChar;
            return false;
        }

        uint character = key.KeyChar;
        if (char.IsLowSurrogate(key.KeyChar))
        {
            if (first == '\0')
                return false;
            character = 0x1_0000 + ((uint)(first - 0xD800) << 10) + (character - 0xDC00);
        }

        bool isCharacter = character >= ' ' && character != 0x7F && (key.Modifiers & ConsoleModifiers.Control) == 0;
        keystroke = new Keystroke(isCharacter ? character : 0, key.Key, key.Modifiers);
        return true;
    }
}
