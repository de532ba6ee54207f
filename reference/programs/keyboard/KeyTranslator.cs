using System;
using Euralios.Std;

namespace Euralios.Programs.Keyboard;

/// <summary>
/// From keys that go down and up to the codes that programs get (<see cref="Keys"/>), by what else is held, by the locks and the layout.
/// </summary>
internal sealed class KeyTranslator(Layout layout)
{
    /// <summary>The most codes that one key becomes: an accent that fits no letter, and the letter.</summary>
    internal const int MostCodes = 2;

    private readonly bool[] isDown = new bool[Position.Count];
    private char accent;

    /// <summary>The locks, as the keyboard's lights show them. Num lock is on at first.</summary>
    internal Locks Locks { get; private set; } = Locks.Num;

    private bool Shift => isDown[Position.LeftShift] || isDown[Position.RightShift];

    private bool Control => isDown[Position.LeftControl] || isDown[Position.RightControl];

    /// <summary>Takes a key.</summary>
    /// <param name="key">What happened.</param>
    /// <param name="codes">Room for <see cref="MostCodes"/>.</param>
    /// <returns>How many codes it is; 0 for a key that goes up, or of which nobody is told.</returns>
    internal int Take(KeyEvent key, Span<ulong> codes)
    {
        bool isRepeated = isDown[key.Position] && key.IsPress;
        isDown[key.Position] = key.IsPress;
        if (!key.IsPress)
            return 0;
        if (LockOf(key.Position) is Locks locks and not Locks.None)
        {
            if (!isRepeated)
                Locks ^= locks;
            return 0;
        }

        ulong code = SpecialKey(key.Position, out bool shiftIsUsed);
        if (code != 0)
        {
            codes[0] = Keys.With(code, Modifiers(shiftIsUsed));
            return 1;
        }

        char character = Character(key.Position);
        return character == '\0' ? 0 : Compose(character, codes);
    }

    /// <summary>Keys were lost: none counts as held.</summary>
    internal void ReleaseAll() => new Span<bool>(isDown).Clear();

    private static Locks LockOf(int position) => position switch
    {
        Position.CapsLock => Locks.Caps,
        Position.NumLock => Locks.Num,
        Position.ScrollLock => Locks.Scroll,
        _ => Locks.None,
    };

    private KeyModifiers Modifiers(bool shiftIsUsed) =>
        (Shift && !shiftIsUsed ? KeyModifiers.Shift : 0)
        | (Control ? KeyModifiers.Control : 0)
        | (isDown[Position.LeftAlt] || (isDown[Position.RightAlt] && !layout.HasThirdLevel) ? KeyModifiers.Alt : 0);

    /// <summary>The code of a key that the layout does not change; 0 for the others.</summary>
    /// <param name="position">The key.</param>
    /// <param name="shiftIsUsed">Whether Shift made another key of it.</param>
    private ulong SpecialKey(int position, out bool shiftIsUsed)
    {
        shiftIsUsed = false;
        if (position is >= Position.Keypad7 and <= Position.KeypadPoint and not (Position.KeypadMinus or Position.KeypadPlus))
        {
            bool isDigit = (Locks & Locks.Num) != 0 != Shift;
            shiftIsUsed = true;
            return isDigit ? KeypadCharacter(position) : KeypadKey(position);
        }

        if (position == Position.Tab)
        {
            shiftIsUsed = true;
            return Shift ? Keys.BackTab : Keys.Tab;
        }

        if (position is >= Position.F1 and <= Position.F10)
            return FunctionKey(position - Position.F1);
        return position switch
        {
            Position.Escape => Keys.Escape,
            Position.Backspace => Keys.Backspace,
            Position.Enter or Position.KeypadEnter => Keys.Enter,
            Position.KeypadMultiply => '*',
            Position.KeypadMinus => '-',
            Position.KeypadPlus => '+',
            Position.KeypadDivide => '/',
            Position.F11 => Keys.F11,
            Position.F12 => Keys.F12,
            Position.Break => Keys.Interrupt,
            >= Position.Home and <= Position.Delete => KeypadKey(position & ~Position.Extended),
            _ => 0,
        };
    }

    private static ulong FunctionKey(int index) => index switch
    {
        0 => Keys.F1,
        1 => Keys.F2,
        2 => Keys.F3,
        3 => Keys.F4,
        4 => Keys.F5,
        5 => Keys.F6,
        6 => Keys.F7,
        7 => Keys.F8,
        8 => Keys.F9,
        _ => Keys.F10,
    };

    private ulong KeypadCharacter(int position) =>
        position == Position.KeypadPoint ? layout.KeypadPoint : "789-456+1230"[position - Position.Keypad7];

    private static ulong KeypadKey(int position) => (position | Position.Extended) switch
    {
        Position.Home => Keys.Home,
        Position.Up => Keys.ArrowUp,
        Position.PageUp => Keys.PageUp,
        Position.Left => Keys.ArrowLeft,
        Position.Extended | 0x4C => Keys.Center,
        Position.Right => Keys.ArrowRight,
        Position.End => Keys.End,
        Position.Down => Keys.ArrowDown,
        Position.PageDown => Keys.PageDown,
        Position.Insert => Keys.Insert,
        Position.Delete => Keys.Delete,
        _ => 0,
    };

    /// <summary>The character of a key; '\0' for none.</summary>
    private char Character(int position)
    {
        if (position == Position.Space)
            return Control ? '\0' : ' ';

        // Ctrl and Alt together are AltGr as well, for keyboards without that key.
        bool isThird = layout.HasThirdLevel && (isDown[Position.RightAlt] || (Control && isDown[Position.LeftAlt]));
        bool shift = Shift != ((Locks & Locks.Caps) != 0 && layout.IsLetter(position));
        char character = layout.Character(position, shift, isThird);
        if (!Control || isThird || character == '\0')
            return character;

        // The control characters are those of ASCII's letters (ECMA-6): A is 1, and so on up to _.
        return character switch
        {
            >= 'a' and <= 'z' => (char)(character - 'a' + 1),
            >= 'A' and <= '_' => (char)(character - '@'),
            _ => character,
        };
    }

    /// <summary>Puts an accent that was typed before on a character, or keeps it for the next.</summary>
    private int Compose(char character, Span<ulong> codes)
    {
        char waiting = accent;
        accent = '\0';
        if (waiting == '\0')
        {
            if (layout.IsDead(character))
            {
                accent = character;
                return 0;
            }

            codes[0] = character;
            return 1;
        }

        // The space bar, or the accent twice, gives the accent itself.
        if (character == ' ' || character == waiting)
        {
            codes[0] = waiting;
            return 1;
        }

        char composed = Accents.Compose(waiting, character);
        if (composed != '\0')
        {
            codes[0] = composed;
            return 1;
        }

        codes[0] = waiting;
        codes[1] = character;
        return 2;
    }
}

/// <summary>The lock keys; the values are those that the keyboard takes for its lights.</summary>
[Flags]
internal enum Locks : byte
{
    None = 0,
    Scroll = 1,
    Num = 2,
    Caps = 4,
}
