using System;

namespace Euralios.Programs.Edit;

/// <summary>Goes through the characters of a part of a line, with the columns in which the screen shows them.</summary>
internal ref struct LineWalk
{
    private const int WindowSize = 256;

    private readonly TextBuffer text;
    private readonly int end;

    // Bytes of the text from a place on, which lie together or were copied.
    private ReadOnlySpan<byte> window;
    private int length;

    /// <summary>A part of a line.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The line's start.</param>
    /// <param name="end">Where to stop.</param>
    internal LineWalk(TextBuffer text, int start, int end)
    {
        this.text = text;
        this.end = end;
        Place = start;
    }

    /// <summary>Where the character is.</summary>
    internal int Place { get; private set; }

    internal uint Character { get; private set; }

    internal int Column { get; private set; }

    /// <summary>The column behind the character.</summary>
    internal int EndColumn { get; private set; }

    /// <summary>Goes to the next character; false if there is none.</summary>
    internal bool Next()
    {
        Place += length;
        length = 0;
        Column = EndColumn;
        if (Place >= end)
            return false;
        if (window.Length < CodePoint.Longest)
            window = Load();
        Character = CodePoint.Decode(window, out length);
        window = window.Slice(length);
        EndColumn = Character == '\t' ? (Column / Motion.TabWidth + 1) * Motion.TabWidth : Column + 1;
        return true;
    }

    /// <summary>The bytes here. At a piece's end those of the next piece are needed with them: a character may be in both.</summary>
    private readonly ReadOnlySpan<byte> Load()
    {
        ReadOnlySpan<byte> bytes = text.BytesAt(Place);
        int left = end - Place;
        if (bytes.Length < CodePoint.Longest && bytes.Length < left)
        {
            byte[] copy = new byte[Math.Min(left, WindowSize)];
            text.CopyTo(Place, copy);
            bytes = copy;
        }

        return bytes.Length > left ? bytes.Slice(0, left) : bytes;
    }
}
