using System;

namespace Euralios.Programs.Edit;

/// <summary>Words that can be looked up by their bytes. They are given in one text, with spaces between them.</summary>
internal sealed class WordSet
{
    private readonly byte[] text;

    // By hash: where a word begins in the text, and 1; 0 for none.
    private readonly int[] table;

    internal WordSet(ReadOnlySpan<byte> words)
    {
        text = words.ToArray();
        int size = 16;
        while (size < words.Length / 2)
            size *= 2;
        table = new int[size];
        for (int start = 0; start < text.Length;)
        {
            int length = LengthAt(start);
            if (length > 0)
                table[Find(text.AsSpan(start, length))] = start + 1;
            start += length + 1;
        }
    }

    internal bool Contains(ReadOnlySpan<byte> word) => table[Find(word)] != 0;

    /// <summary>Where in the table a word is, or would be. The table is never full: words and the spaces between them are longer than it by half.</summary>
    private int Find(ReadOnlySpan<byte> word)
    {
        uint hash = 2166136261; // FNV-1a
        foreach (byte value in word)
            hash = (hash ^ value) * 16777619;
        int at = (int)(hash % (uint)table.Length);
        while (table[at] != 0 && !text.AsSpan(table[at] - 1, LengthAt(table[at] - 1)).SequenceEqual(word))
            at = (at + 1) % table.Length;
        return at;
    }

    private int LengthAt(int start)
    {
        int length = text.AsSpan(start).IndexOf((byte)' ');
        return length < 0 ? text.Length - start : length;
    }
}
