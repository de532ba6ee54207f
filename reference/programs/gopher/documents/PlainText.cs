using System;
using System.Collections.Generic;
using System.Text;

namespace Euralios.Programs.Gopher;

/// <summary>
/// Bytes of a server as text that only says something: UTF-8 or else Latin-1, without control characters and without the sequences that mean
/// something to a terminal.
/// </summary>
internal static class PlainText
{
    private const char Escape = '\e';
    private const char Backspace = '\b';
    private const int TabWidth = 8;

    /// <summary>The longest line; what is longer goes on in the next.</summary>
    private const int LongestLine = 4096;

    /// <summary>The most bytes of a character whose last is missing.</summary>
    private const int LongestTail = 3;

    /// <summary>A line's text.</summary>
    internal static string Decode(ReadOnlySpan<byte> bytes) => Clean(Characters(bytes, isCut: false));

    /// <summary>A document's lines. A point alone ends it, and of points at a line's beginning one is the protocol's (RFC 1436, section 3.2).</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="isCut">Whether it goes on, and so may end within a character.</param>
    internal static List<string> Lines(ReadOnlySpan<byte> bytes, bool isCut = false)
    {
        var lines = new List<string>();
        ReadOnlySpan<char> rest = Characters(bytes, isCut);
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf('\n');
            ReadOnlySpan<char> line = end < 0 ? rest : rest.Slice(0, end);
            rest = end < 0 ? default : rest.Slice(end + 1);
            if (!line.IsEmpty && line[line.Length - 1] == '\r')
                line = line.Slice(0, line.Length - 1);
            if (line.Length == 1 && line[0] == '.' && (rest.IsEmpty || IsBlank(rest)))
                break;
            if (line.StartsWith(".."))
                line = line.Slice(1);
            AddPieces(Clean(line), lines);
        }

        return lines;
    }

    /// <summary>Whether nothing but line ends is left.</summary>
    private static bool IsBlank(ReadOnlySpan<char> text)
    {
        foreach (char character in text)
        {
            if (character is not ('\r' or '\n'))
                return false;
        }

        return true;
    }

    private static void AddPieces(string text, List<string> lines)
    {
        ReadOnlySpan<char> line = text;
        while (line.Length > LongestLine)
        {
            int length = char.IsHighSurrogate(line[LongestLine - 1]) ? LongestLine - 1 : LongestLine;
            lines.Add(line.Slice(0, length).ToString());
            line = line.Slice(length);
        }

        lines.Add(line.Length == text.Length ? text : line.ToString());
    }

    /// <summary>UTF-8 where all of it is; else every byte is a character of Latin-1.</summary>
    private static string Characters(ReadOnlySpan<byte> bytes, bool isCut)
    {
        for (int missing = 0; missing <= (isCut ? Math.Min(LongestTail, bytes.Length) : 0); missing++)
        {
            ReadOnlySpan<byte> whole = bytes.Slice(0, bytes.Length - missing);
            if (!IsCharacterBegun(bytes.Slice(whole.Length)))
                continue;
            string text = Encoding.UTF8.GetString(whole);
            if (!text.Contains('\uFFFD') || whole.IndexOf("\uFFFD"u8) >= 0)
                return text;
        }

        return Encoding.Latin1.GetString(bytes);
    }

    /// <summary>Whether these are no bytes, or the first ones of a character: a leading one, and those that may follow it (RFC 3629, section 3).</summary>
    private static bool IsCharacterBegun(ReadOnlySpan<byte> bytes)
    {
        for (int i = 0; i < bytes.Length; i++)
        {
            if (i == 0 ? bytes[i] < 0xC2 : bytes[i] is < 0x80 or >= 0xC0)
                return false;
        }

        return true;
    }

    /// <summary>Without controls: tabs become spaces, what was struck over is what was struck last, and sequences go as a whole.</summary>
    private static string Clean(ReadOnlySpan<char> line)
    {
        if (!HasControls(line))
            return line.ToString();
        var text = new StringBuilder();
        for (int i = 0; i < line.Length; i++)
        {
            char character = line[i];
            if (character == '\t')
                text.Append(' ', TabWidth - (text.Length % TabWidth));
            else if (character == Backspace)
                text.Length = Math.Max(0, text.Length - 1);
            else if (character is Escape or '\u009B' or '\u009D')
                i = SequenceEnd(line, i);
            else if (!char.IsControl(character))
                text.Append(character);
        }

        return text.ToString();
    }

    private static bool HasControls(ReadOnlySpan<char> line)
    {
        foreach (char character in line)
        {
            if (char.IsControl(character))
                return true;
        }

        return false;
    }

    /// <summary>The place of the last character of a control sequence or string (ECMA-48, 5.4 and 5.6), or of the escape alone.</summary>
    private static int SequenceEnd(ReadOnlySpan<char> line, int start)
    {
        int at = start;
        char kind = line[start] switch
        {
            '\u009B' => '[',
            '\u009D' => ']',
            _ => ++at < line.Length ? line[at] : '\0',
        };
        if (kind == '[')
        {
            while (++at < line.Length && line[at] is >= ' ' and <= '?')
            {
            }

            return at < line.Length && line[at] is >= '@' and <= '~' ? at : at - 1;
        }

        if (kind is not (']' or 'P' or 'X' or '^' or '_'))
            return kind is >= '0' and <= '~' ? at : start;
        while (++at < line.Length && line[at] is not ('\a' or '\u009C'))
        {
            if (line[at] == Escape && at + 1 < line.Length && line[at + 1] == '\\')
                return at + 1;
        }

        return at;
    }
}
