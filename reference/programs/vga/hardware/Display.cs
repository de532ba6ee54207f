using System;

namespace Euralios.Programs.Vga;

/// <summary>
/// The text mode's memory and its cursor. What was written there is remembered, so that only what changes is written, and nothing is ever read.
/// </summary>
internal sealed unsafe class Display(ushort* memory)
{
    private readonly ushort[] shown = new ushort[ScreenBuffer.Columns * ScreenBuffer.Rows];

    /// <summary>Brings the rows that changed to the display, and the cursor, which is not shown in earlier parts of the text.</summary>
    internal void Update(Screen screen)
    {
        ScreenBuffer buffer = screen.Buffer;
        for (int row = 0; row < ScreenBuffer.Rows; row++)
        {
            if (buffer.TakeChange(row))
                UpdateRow(buffer.ViewRow(row), row * ScreenBuffer.Columns);
        }

        TextMode.SetCursor((screen.Row * ScreenBuffer.Columns) + screen.Column, screen.CursorIsVisible && buffer.ScrollBack == 0);
    }

    private void UpdateRow(ReadOnlySpan<ushort> cells, int start)
    {
        for (int column = 0; column < cells.Length; column++)
        {
            int at = start + column;
            if (shown[at] == cells[column])
                continue;
            shown[at] = cells[column];
            memory[at] = cells[column];
        }
    }
}
