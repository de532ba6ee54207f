using System.Text;

namespace Euralios.Shell;

/// <summary>A line and a cursor in it. Both halves of a pair of surrogates move as one.</summary>
internal sealed class LineBuffer
{
    private readonly StringBuilder text = new();

    internal int Length => text.Length;

    /// <summary>Before which character the cursor is.</summary>
    internal int Cursor { get; private set; }

    internal string Text => text.ToString();

    internal string BeforeCursor => text.ToString(0, Cursor);

    internal void Set(string line)
    {
        text.Clear().Append(line);
        Cursor = text.Length;
    }

    internal void Insert(string more)
    {
        text.Insert(Cursor, more);
        Cursor += more.Length;
    }

    internal void MoveTo(int place) => Cursor = place;

    internal void MoveToEnd() => Cursor = text.Length;

    internal void Left() => Cursor = Previous(Cursor);

    internal void Right() => Cursor = Next(Cursor);

    /// <summary>To the beginning of the word before the cursor.</summary>
    internal void WordLeft() => Cursor = WordStart(char.IsLetterOrDigit);

    /// <summary>Behind the end of the word at or behind the cursor.</summary>
    internal void WordRight()
    {
        while (Cursor < text.Length && !char.IsLetterOrDigit(text[Cursor]))
            Cursor++;
        while (Cursor < text.Length && char.IsLetterOrDigit(text[Cursor]))
            Cursor++;
    }

    internal void DeleteLeft() => Remove(Previous(Cursor), Cursor);

    internal void DeleteRight() => Remove(Cursor, Next(Cursor));

    /// <summary>Takes away the word before the cursor, up to white space; returns it.</summary>
    internal string CutWord() => Remove(WordStart(character => !char.IsWhiteSpace(character)), Cursor);

    internal string CutToStart() => Remove(0, Cursor);

    internal string CutToEnd() => Remove(Cursor, text.Length);

    /// <summary>Replaces what is between a place and the cursor.</summary>
    internal void ReplaceFrom(int start, string replacement)
    {
        Remove(start, Cursor);
        Insert(replacement);
    }

    private string Remove(int start, int end)
    {
        string removed = text.ToString(start, end - start);
        text.Remove(start, end - start);
        Cursor = start;
        return removed;
    }

    private int Previous(int place)
    {
        if (place == 0)
            return 0;
        return place > 1 && char.IsLowSurrogate(text[place - 1]) && char.IsHighSurrogate(text[place - 2]) ? place - 2 : place - 1;
    }

    private int Next(int place)
    {
        if (place == text.Length)
            return place;
        return place + 1 < text.Length && char.IsHighSurrogate(text[place]) && char.IsLowSurrogate(text[place + 1]) ? place + 2 : place + 1;
    }

    private int WordStart(System.Predicate<char> isOfWord)
    {
        int place = Cursor;
        while (place > 0 && !isOfWord(text[place - 1]))
            place--;
        while (place > 0 && isOfWord(text[place - 1]))
            place--;
        return place;
    }
}
