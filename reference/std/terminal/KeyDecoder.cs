using System;

namespace Euralios.Std;

/// <summary>
/// From the bytes that a terminal at a serial line sends to the codes of <see cref="Keys"/>. Characters are UTF-8; other keys are escape
/// sequences in the forms of xterm, the Linux console, rxvt and the VT100. Nothing that is sent stops it: what makes no sense is dropped, and a
/// byte that cannot continue a sequence begins anew.
/// </summary>
/// <remarks>
/// ESC alone is a key as well as the beginning of others. Whoever feeds the decoder calls <see cref="TimeOut"/> when nothing followed for a
/// while; <see cref="IsWaiting"/> says whether that is needed. A control character after ESC is a key of its own, however soon it comes: <see cref="TakeNext"/>
/// gives it, after the key ESC.
/// </remarks>
public sealed class KeyDecoder
{
    private const byte EscapeByte = 0x1B;
    private const int LongestSequence = 16;
    private const uint Replacement = 0xFFFD;

    private readonly byte[] sequence = new byte[LongestSequence];
    private State state;
    private int length;
    private bool isTooLong;

    // A key that comes after the one that was given.
    private ulong next;

    // A character of several bytes: what it has so far, how many are missing, and the least value that needs so many.
    private uint codePoint;
    private int missing;
    private uint least;

    private enum State : byte
    {
        Ground,
        Escape,
        ControlSequence,
        SingleShift,
        LinuxFunctionKey,
    }

    /// <summary>Whether a sequence has begun that is not complete.</summary>
    public bool IsWaiting => state != State.Ground;

    /// <summary>Takes a byte. Returns a key's code if one is complete, else 0. (Ctrl-Space, which sends 0, is no key.)</summary>
    public ulong Take(byte value)
    {
        switch (state)
        {
            case State.Ground:
                return TakeCharacter(value);
            case State.Escape:
                return TakeAfterEscape(value);
            case State.SingleShift:
                state = State.Ground;
                return value == EscapeByte ? Restart() : SingleShiftKey(value);
            case State.LinuxFunctionKey:
                // The Linux console's F1 to F5 are ESC [[A to ESC [[E.
                state = State.Ground;
                return value == EscapeByte ? Restart() : value is >= (byte)'A' and <= (byte)'E' ? Keys.F1 + ((uint)(value - 'A') << 8) : 0;
            default:
                return TakeInSequence(value);
        }
    }

    /// <summary>Nothing came for a while: an ESC that nothing followed was the key; an unfinished sequence is dropped. Returns the key or 0.</summary>
    public ulong TimeOut()
    {
        ulong key = state == State.Escape ? Keys.Escape : 0;
        state = State.Ground;
        return key;
    }

    /// <summary>The key that came together with the one that <see cref="Take"/> returned; 0 if there is none.</summary>
    public ulong TakeNext()
    {
        ulong key = next;
        next = 0;
        return key;
    }

    private ulong Restart()
    {
        state = State.Escape;
        return 0;
    }

    private ulong TakeCharacter(byte value)
    {
        if (missing > 0 && (value & 0xC0) == 0x80)
        {
            codePoint = (codePoint << 6) | (value & 0x3Fu);
            if (--missing > 0)
                return 0;
            return codePoint < least || codePoint is (>= 0xD800 and <= 0xDFFF) or > 0x10_FFFF ? Replacement : codePoint;
        }

        missing = 0;
        switch (value)
        {
            case EscapeByte:
                return Restart();
            case (byte)'\r':
                return Keys.Enter;
            case 0x7F:
                return Keys.Backspace;
            case < 0x80:
                return value;
            case >= 0xC2 and < 0xE0:
                Begin(value & 0x1Fu, 1, 0x80);
                return 0;
            case >= 0xE0 and < 0xF0:
                Begin(value & 0x0Fu, 2, 0x800);
                return 0;
            case >= 0xF0 and < 0xF5:
                Begin(value & 0x07u, 3, 0x1_0000);
                return 0;
            default:
                return Replacement;
        }
    }

    private void Begin(uint bits, int following, uint atLeast)
    {
        codePoint = bits;
        missing = following;
        least = atLeast;
    }

    private ulong TakeAfterEscape(byte value)
    {
        state = State.Ground;
        switch (value)
        {
            case (byte)'[':
                state = State.ControlSequence;
                length = 0;
                isTooLong = false;
                return 0;
            case (byte)'O':
                state = State.SingleShift;
                return 0;
            case EscapeByte:
                // Twice: the first was the key.
                state = State.Escape;
                return Keys.Escape;
            case < 0x20:
                // No terminal sends a key so. Somebody pressed ESC and then, sooner than the time runs out, for instance Ctrl-Q.
                next = TakeCharacter(value);
                return Keys.Escape;
            default:
                // A terminal sends Alt and a character as ESC and the character; there is no code for Alt with a character.
                return TakeCharacter(value);
        }
    }

    private ulong TakeInSequence(byte value)
    {
        switch (value)
        {
            case EscapeByte:
                return Restart();
            case (byte)'[' when length == 0:
                state = State.LinuxFunctionKey;
                return 0;
            case < 0x20 or > 0x7E:
                // No sequence has such a byte.
                state = State.Ground;
                return TakeCharacter(value);
            case >= 0x40:
                state = State.Ground;
                return isTooLong ? 0 : SequenceKey(new ReadOnlySpan<byte>(sequence, 0, length), value);
            case (byte)'$' when length > 0:
                // rxvt ends a key with Shift by $, which ends no other sequence of a keyboard.
                state = State.Ground;
                return isTooLong ? 0 : SequenceKey(new ReadOnlySpan<byte>(sequence, 0, length), value);
            default:
                isTooLong |= length == LongestSequence;
                if (!isTooLong)
                    sequence[length++] = value;
                return 0;
        }
    }

    /// <summary>ESC O and a letter: the VT100's application mode, and F1 to F4.</summary>
    private static ulong SingleShiftKey(byte value) => value switch
    {
        >= (byte)'P' and <= (byte)'S' => Keys.F1 + ((uint)(value - 'P') << 8),
        >= (byte)'A' and <= (byte)'F' or (byte)'H' => Keys.Pack([value]),
        >= (byte)'a' and <= (byte)'d' => Keys.With(Keys.Pack([(byte)(value - 'a' + 'A')]), KeyModifiers.Control),
        (byte)'M' => Keys.Enter,
        >= (byte)'j' and <= (byte)'y' => (ulong)(value - 'j' + '*'),
        _ => 0,
    };

    /// <summary>ESC [, parameters and a final byte.</summary>
    private static ulong SequenceKey(ReadOnlySpan<byte> parameters, byte final)
    {
        if (!TryParse(parameters, out int first, out int second))
            return 0;
        KeyModifiers modifiers = second is >= 2 and <= 8 ? (KeyModifiers)(second - 1) : KeyModifiers.None;
        if (final == '$')
        {
            final = (byte)'~';
            modifiers = KeyModifiers.Shift;
        }

        switch (final)
        {
            case (byte)'~':
                return Keys.With(NumberedKey(first), modifiers);
            case (byte)'^':
                return Keys.With(NumberedKey(first), KeyModifiers.Control);
            case (byte)'@':
                return Keys.With(NumberedKey(first), KeyModifiers.Control | KeyModifiers.Shift);
            case >= (byte)'A' and <= (byte)'F' or (byte)'H':
                return Keys.With(Keys.Pack([final]), modifiers);
            case >= (byte)'a' and <= (byte)'d':
                return Keys.With(Keys.Pack([(byte)(final - 'a' + 'A')]), KeyModifiers.Shift);
            case >= (byte)'P' and <= (byte)'S':
                return Keys.With(Keys.F1 + ((uint)(final - 'P') << 8), modifiers);
            case (byte)'Z':
                return Keys.BackTab;
            default:
                return 0;
        }
    }

    private static ulong NumberedKey(int number) => number switch
    {
        1 or 7 => Keys.Home,
        2 => Keys.Insert,
        3 => Keys.Delete,
        4 or 8 => Keys.End,
        5 => Keys.PageUp,
        6 => Keys.PageDown,
        (>= 11 and <= 15) or (>= 17 and <= 21) or 23 or 24 => Keys.Pack([(byte)('0' + (number / 10)), (byte)('0' + (number % 10)), (byte)'~']),
        _ => 0,
    };

    /// <summary>Up to two numbers with a semicolon between them; whatever follows a second semicolon is ignored.</summary>
    private static bool TryParse(ReadOnlySpan<byte> text, out int first, out int second)
    {
        first = 0;
        second = 0;
        int field = 0;
        foreach (byte value in text)
        {
            if (value == ';')
            {
                field++;
                continue;
            }

            if (value is < (byte)'0' or > (byte)'9')
                return false;
            int digit = value - '0';
            if (field == 0)
                first = Math.Min((first * 10) + digit, 1000);
            else if (field == 1)
                second = Math.Min((second * 10) + digit, 1000);
        }

        return true;
    }
}
