using System;

namespace Euralios.Programs.FullScreen;

/// <summary>What a screen shows: a character and a style for each cell, and where the cursor is.</summary>
internal sealed class Screen(int columns, int rows)
{
    private const int StyleShift = 24;
    private const uint CharacterMask = (1u << StyleShift) - 1;

    private readonly uint[] cells = new uint[columns * rows];

    internal int Columns { get; } = columns;

    internal int Rows { get; } = rows;

    internal int CursorRow { get; set; }

    internal int CursorColumn { get; set; }

    /// <summary>A blank cell in the plain style.</summary>
    internal static uint Blank => ' ';

    internal Span<uint> Row(int row) => cells.AsSpan(row * Columns, Columns);

    /// <summary>The cells of some rows.</summary>
    internal Span<uint> Area(int firstRow, int count) => cells.AsSpan(firstRow * Columns, count * Columns);

    internal static uint Cell(uint character, Style style) => character | ((uint)style << StyleShift);

    internal static uint CharacterOf(uint cell) => cell & CharacterMask;

    internal static Style StyleOf(uint cell) => (Style)(cell >> StyleShift);

    internal void Clear() => cells.AsSpan().Fill(Blank);

    /// <summary>Sets a cell; outside the screen does nothing.</summary>
    internal void Put(int row, int column, uint character, Style style)
    {
        if ((uint)column < (uint)Columns && (uint)row < (uint)Rows)
            cells[(row * Columns) + column] = Cell(character, style);
    }

    /// <summary>Writes a text, as much of it as there is room for. Returns the column behind it.</summary>
    internal int Put(int row, int column, ReadOnlySpan<char> text, Style style)
    {
        for (int i = 0; i < text.Length; i++)
        {
            uint character = text[i];
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length)
                character = 0x1_0000 + ((character - 0xD800) << 10) + (text[++i] - 0xDC00u);
            Put(row, column++, Glyph.IsShown(character) ? character : CodePoint.Replacement, style);
        }

        return column;
    }
}
