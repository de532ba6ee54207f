using System;

namespace Euralios.Std;

/// <summary>What a line that is being typed has come to.</summary>
internal enum LineState
{
    /// <summary>It goes on.</summary>
    Editing,

    /// <summary>Enter was pressed.</summary>
    Finished,

    /// <summary>Ctrl-D on an empty line: the end of the input.</summary>
    EndOfInput,
}

/// <summary>
/// A line as a person types it: characters are added at its end, Backspace takes the last one away, Ctrl-W the last word, Ctrl-U all. What the person
/// is to see of it is <see cref="Echo"/>. Every character is as wide as a cell.
/// </summary>
internal sealed class LineEditor
{
    /// <summary>More is not taken: nobody types so much.</summary>
    internal const int Longest = 4096;

    private const uint CtrlD = 4, Backspace = 8, Tab = 9, Newline = 10, Return = 13, CtrlU = 21, CtrlW = 23, Delete = 127;

    private readonly uint[] characters = new uint[Longest];
    private int length;

    private byte[] echo = new byte[16];
    private int echoLength;

    /// <summary>Whether what is typed is not shown.</summary>
    internal bool IsHidden { get; set; }

    /// <summary>What the last key is to show, in UTF-8.</summary>
    internal ReadOnlySpan<byte> Echo => new(echo, 0, echoLength);

    /// <summary>Takes a key; see CHAR. Keys that are no characters do nothing.</summary>
    internal LineState Type(ulong code)
    {
        echoLength = 0;
        switch (code)
        {
            case CtrlD:
                return length == 0 ? LineState.EndOfInput : LineState.Editing;
            case Newline or Return:
                Append("\n"u8);
                return LineState.Finished;
            case Backspace or Delete:
                Erase(Math.Min(length, 1));
                break;
            case CtrlU:
                Erase(length);
                break;
            case CtrlW:
                Erase(LastWord());
                break;
            case Tab or >= ' ' and not (>= 0x80 and < 0xA0) and not (>= 0xD800 and < 0xE000) and <= 0x10_FFFF when length < Longest:
                Add((uint)code);
                break;
        }

        return LineState.Editing;
    }

    /// <summary>Takes the line, with a line end, and begins the next.</summary>
    internal byte[] TakeLine()
    {
        Span<byte> character = stackalloc byte[Utf8.LongestCharacter];
        int count = 1;
        for (int i = 0; i < length; i++)
            count += Utf8.Encode(characters[i], character);
        byte[] line = new byte[count];
        count = 0;
        for (int i = 0; i < length; i++)
        {
            int size = Utf8.Encode(characters[i], character);
            character.Slice(0, size).CopyTo(line.AsSpan(count, size));
            count += size;
        }

        line[count] = (byte)'\n';
        length = 0;
        return line;
    }

    private void Add(uint character)
    {
        characters[length++] = character;
        if (IsHidden)
            return;
        Span<byte> text = stackalloc byte[Utf8.LongestCharacter];
        Append(text.Slice(0, Utf8.Encode(character == Tab ? ' ' : character, text)));
    }

    private void Erase(int count)
    {
        length -= count;
        for (; count > 0 && !IsHidden; count--)
            Append("\b \b"u8);
    }

    private int LastWord()
    {
        int at = length;
        while (at > 0 && characters[at - 1] is ' ' or Tab)
            at--;
        while (at > 0 && characters[at - 1] is not (' ' or Tab))
            at--;
        return length - at;
    }

    private void Append(scoped ReadOnlySpan<byte> text)
    {
        if (echo.Length - echoLength < text.Length)
        {
            byte[] larger = new byte[(echo.Length * 2) + text.Length];
            Echo.CopyTo(larger);
            echo = larger;
        }

        text.CopyTo(echo.AsSpan(echoLength, text.Length));
        echoLength += text.Length;
    }
}
