using System;
using System.Text;

namespace Merriwig.Lab;

/// <summary>An event in the making: each call appends <c>key=value</c> to its line.</summary>
internal readonly struct TraceEvent(StringBuilder line)
{
    private const string Digits = "0123456789abcdef";

    /// <summary>A number in base 10.</summary>
    internal TraceEvent Number(string key, ulong value) => Word(key, value.ToString());

    /// <summary>A number in base 16, with 0x before it.</summary>
    internal TraceEvent Hexadecimal(string key, ulong value) => Word(key, $"0x{value:x}");

    /// <summary>A word: letters, digits, dots and dashes, written as it is.</summary>
    internal TraceEvent Word(string key, ReadOnlySpan<char> value)
    {
        line.Append(' ').Append(key).Append('=').Append(value);
        return this;
    }

    /// <summary>Text in quotes; quotes, backslashes and what is not printable ASCII are escaped.</summary>
    internal TraceEvent Text(string key, ReadOnlySpan<char> value)
    {
        line.Append(' ').Append(key).Append("=\"");
        foreach (char character in value)
        {
            if (character is '"' or '\\')
                line.Append('\\');
            if (character is >= ' ' and <= '~')
                line.Append(character);
            else
                line.Append("\\x").Append(Digits[(character >> 4) & 15]).Append(Digits[character & 15]);
        }

        line.Append('"');
        return this;
    }

    /// <summary>Bytes in base 16, two digits each, without anything between.</summary>
    internal TraceEvent Bytes(string key, ReadOnlySpan<byte> value)
    {
        line.Append(' ').Append(key).Append('=');
        foreach (byte each in value)
            line.Append(Digits[each >> 4]).Append(Digits[each & 15]);
        return this;
    }

    /// <summary>A place in source: <c>file:line</c>, of a path the last name.</summary>
    internal TraceEvent Place(string key, string path, int number)
    {
        int name = path.Length;
        while (name > 0 && path[name - 1] is not ('/' or '\\'))
            name--;
        return Word(key, $"{path.Substring(name)}:{number}");
    }

    /// <summary>The rest of a line that somebody else has begun.</summary>
    internal TraceEvent Rest(ReadOnlySpan<char> text)
    {
        line.Append(' ').Append(text);
        return this;
    }

    /// <summary>What has been put together.</summary>
    internal string Line => line.ToString();

    /// <summary>Ends the line.</summary>
    internal void End() => TraceOutput.Write(line.Append('\n').ToString());
}
