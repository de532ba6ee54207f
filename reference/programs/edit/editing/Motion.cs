using System;

namespace Euralios.Programs.Edit;

/// <summary>From a place in a text to another. Columns are those of the screen, from 0: a tab goes to the next multiple of <see cref="TabWidth"/>.</summary>
internal static class Motion
{
    /// <summary>As the console shows tabs.</summary>
    internal const int TabWidth = 8;

    private enum Kind
    {
        Space,
        Word,
        Sign,
    }

    /// <summary>One character back; a line's end is one, with both its bytes.</summary>
    internal static int Left(TextBuffer text, int place)
    {
        if (place == 0)
            return 0;
        Span<byte> before = stackalloc byte[CodePoint.Longest];
        int start = Math.Max(0, place - CodePoint.Longest);
        before = before.Slice(0, text.CopyTo(start, before.Slice(0, place - start)));
        return before.EndsWith("\r\n"u8) ? place - 2 : place - CodePoint.LengthOfLast(before);
    }

    /// <summary>One character on.</summary>
    internal static int Right(TextBuffer text, int place)
    {
        Span<byte> rest = stackalloc byte[CodePoint.Longest];
        rest = rest.Slice(0, text.CopyTo(place, rest));
        if (rest.IsEmpty)
            return place;
        if (rest.StartsWith("\r\n"u8))
            return place + 2;
        CodePoint.Decode(rest, out int length);
        return place + length;
    }

    /// <summary>Over the characters of a word or over signs, and the space behind them.</summary>
    internal static int WordRight(TextBuffer text, int place)
    {
        if (place == text.Length)
            return place;
        Kind kind = KindAt(text, place);
        while (place < text.Length && kind != Kind.Space && KindAt(text, place) == kind)
            place++;
        while (place < text.Length && KindAt(text, place) == Kind.Space)
            place++;
        return place;
    }

    /// <summary>Over the space before a word or signs, and over those.</summary>
    internal static int WordLeft(TextBuffer text, int place)
    {
        while (place > 0 && KindAt(text, place - 1) == Kind.Space)
            place--;
        if (place == 0)
            return 0;
        Kind kind = KindAt(text, place - 1);
        while (place > 0 && KindAt(text, place - 1) == kind)
            place--;
        return place;
    }

    /// <summary>Where the characters of a place's line begin that are no space.</summary>
    internal static int FirstCharacter(TextBuffer text, int place)
    {
        int line = text.LineAt(place);
        int at = text.LineStart(line);
        int end = text.LineEnd(line);
        while (at < end && text[at] is (byte)' ' or (byte)'\t')
            at++;
        return at;
    }

    /// <summary>The column of a place.</summary>
    internal static int ColumnOf(TextBuffer text, int place)
    {
        var walk = new LineWalk(text, text.LineStart(text.LineAt(place)), place);
        while (walk.Next())
        {
        }

        return walk.EndColumn;
    }

    /// <summary>The place in a line that is nearest to a column and not behind it.</summary>
    internal static int PlaceAt(TextBuffer text, int line, int column)
    {
        var walk = new LineWalk(text, text.LineStart(line), text.LineEnd(line));
        while (walk.Next())
        {
            if (walk.EndColumn > column)
                return walk.Place;
        }

        return text.LineEnd(line);
    }

    private static Kind KindAt(TextBuffer text, int place)
    {
        byte value = text[place];
        return Language.IsWord(value) ? Kind.Word : value is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' ? Kind.Space : Kind.Sign;
    }
}
