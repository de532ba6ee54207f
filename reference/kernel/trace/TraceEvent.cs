using System;

namespace Merriwig.Tracing;

/// <summary>An event in the making: each call appends <c>key=value</c> to its line.</summary>
internal readonly ref struct TraceEvent
{
    /// <summary>A number in base 10.</summary>
    internal TraceEvent Number(string key, ulong value)
    {
        Key(key);
        Digits(value);
        return this;
    }

    /// <summary>A number in base 16, with 0x before it.</summary>
    internal TraceEvent Hexadecimal(string key, ulong value)
    {
        Key(key);
        Trace.Write("0x");
        int shift = 60;
        while (shift > 0 && value >> shift == 0)
            shift -= 4;
        for (; shift >= 0; shift -= 4)
        {
            uint digit = (uint)(value >> shift) & 15;
            Trace.Write((byte)(digit < 10 ? '0' + digit : 'a' + digit - 10));
        }

        return this;
    }

    /// <summary>A word: letters, digits, dots and dashes, written as it is.</summary>
    internal TraceEvent Word(string key, ReadOnlySpan<char> value)
    {
        Key(key);
        Raw(value);
        return this;
    }

    /// <summary>Text in quotes; quotes, backslashes and what is not printable ASCII are escaped.</summary>
    internal TraceEvent Text(string key, ReadOnlySpan<char> value)
    {
        Key(key);
        Trace.Write((byte)'"');
        foreach (char character in value)
            Escaped(character);
        Trace.Write((byte)'"');
        return this;
    }

    /// <inheritdoc cref="Text(string, ReadOnlySpan{char})"/>
    internal TraceEvent Text(string key, ReadOnlySpan<byte> value)
    {
        Key(key);
        Trace.Write((byte)'"');
        foreach (byte character in value)
            Escaped((char)character);
        Trace.Write((byte)'"');
        return this;
    }

    /// <summary>A place in source: <c>file:line</c>.</summary>
    internal TraceEvent Place(string key, ReadOnlySpan<char> file, int line)
    {
        Key(key);
        Raw(file);
        Trace.Write((byte)':');
        Digits((ulong)line);
        return this;
    }

    /// <summary>Ends the line.</summary>
    internal void End() => Trace.Write((byte)'\n');

    // By powers of ten from the top: no buffer, and no part of a lab's solution for numbers.
    private static void Digits(ulong value)
    {
        ulong power = 1;
        while (value / power >= 10)
            power *= 10;
        for (; power != 0; power /= 10)
            Trace.Write((byte)('0' + (value / power % 10)));
    }

    private static void Escaped(char character)
    {
        if (character is '"' or '\\')
            Trace.Write((byte)'\\');
        if (character is >= ' ' and <= '~')
        {
            Trace.Write((byte)character);
            return;
        }

        Trace.Write("\\x");
        Trace.Write((byte)"0123456789abcdef"[(character >> 4) & 15]);
        Trace.Write((byte)"0123456789abcdef"[character & 15]);
    }

    private static void Raw(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
            Trace.Write((byte)character);
    }

    private static void Key(string key)
    {
        Trace.Write((byte)' ');
        Trace.Write(key);
        Trace.Write((byte)'=');
    }
}
