using System;
using Euralios.Std;

namespace Euralios.Programs.Vga;

/// <summary>
/// Text of 80 columns and 25 rows: mode 3 of the IBM VGA with all its registers (IBM PS/2 Hardware Interface Technical Reference, "Video
/// Subsystem"), so no firmware is needed.
/// </summary>
internal static unsafe class TextMode
{
    /// <summary>Where the cells begin in the screen's memory, which begins at 0xA0000.</summary>
    internal const int TextOffset = 0x18000;

    private const ushort Attributes = 0x3C0;
    private const ushort MiscellaneousOutput = 0x3C2;
    private const ushort Sequencer = 0x3C4;
    private const ushort PaletteMask = 0x3C6;
    private const ushort PaletteIndex = 0x3C8;
    private const ushort PaletteData = 0x3C9;
    private const ushort Graphics = 0x3CE;
    private const ushort Controller = 0x3D4;
    private const ushort InputStatus = 0x3DA;

    private const byte CursorStart = 0x0A;
    private const byte CursorHigh = 0x0E;
    private const byte CursorLow = 0x0F;
    private const byte RetraceEnd = 0x11;
    private const byte Protect = 0x80;
    private const byte CursorOff = 0x20;
    private const byte CursorFirstLine = 0x0D;
    private const byte DisplayOn = 0x20;

    // Colour, 28.322 MHz, 400 lines, memory on.
    private const byte Miscellaneous = 0x67;

    private const int GlyphDistance = 32;
    private const int PaletteSize = 64;
    private const byte Strong = 0x2A;
    private const byte Weak = 0x15;
    private const byte Blue = 1;

    /// <summary>Sets the mode, and loads a font if the hardware has none.</summary>
    /// <param name="memory">The screen's memory, all 128 KiB.</param>
    internal static void Set(Span<byte> memory)
    {
        Ports.Write8(MiscellaneousOutput, Miscellaneous);

        // Reset; 9 dots a character; planes 0 and 1; font 0; odd addresses in plane 1.
        SetRegisters(Sequencer, [0x03, 0x00, 0x03, 0x00, 0x02]);

        // The first eight registers are protected by a bit of the eighteenth.
        SetRegister(Controller, RetraceEnd, 0x0E);
        SetRegisters(
            Controller,
            [
                0x5F, 0x4F, 0x50, 0x82, 0x55, 0x81, 0xBF, 0x1F, 0x00, 0x4F, CursorFirstLine, 0x0E, 0x00, 0x00, 0x00, 0x00,
                0x9C, 0x0E | Protect, 0x8F, 0x28, 0x1F, 0x96, 0xB9, 0xA3, 0xFF,
            ]);

        // Odd and even; 32 KiB from 0xB8000.
        SetRegisters(Graphics, [0x00, 0x00, 0x00, 0x00, 0x00, 0x10, 0x0E, 0x0F, 0xFF]);
        SetAttributes();
        SetPalette();

        // Text first: what was there may be anything. A blank cell has colours too.
        Span<byte> text = memory.Slice(TextOffset, ScreenBuffer.Columns * ScreenBuffer.Rows * sizeof(ushort));
        for (int i = 0; i < text.Length; i += 2)
        {
            text[i] = (byte)' ';
            text[i + 1] = Colours.DefaultForeground;
        }

        BeginFontAccess();
        if (IsFontMissing(memory))
            LoadFont(memory);
        EndFontAccess();
    }

    /// <summary>Shows the cursor at a cell, counted from the screen's first, or nowhere.</summary>
    internal static void SetCursor(int cell, bool isVisible)
    {
        SetRegister(Controller, CursorStart, isVisible ? CursorFirstLine : (byte)(CursorFirstLine | CursorOff));
        SetRegister(Controller, CursorHigh, (byte)(cell >> 8));
        SetRegister(Controller, CursorLow, (byte)cell);
    }

    private static void SetRegisters(ushort port, ReadOnlySpan<byte> values)
    {
        for (int i = 0; i < values.Length; i++)
            SetRegister(port, (byte)i, values[i]);
    }

    private static void SetRegister(ushort port, byte index, byte value)
    {
        Ports.Write8(port, index);
        Ports.Write8((ushort)(port + 1), value);
    }

    /// <summary>
    /// The attribute controller has one port for index and value in turn; reading the status says that an index is next. The sixteen colours
    /// are entries of the palette; bit 7 of an attribute is a bright background, not blinking; the ninth dot of a line goes on from the eighth.
    /// </summary>
    private static void SetAttributes()
    {
        ReadOnlySpan<byte> values =
        [
            0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x14, 0x07, 0x38, 0x39, 0x3A, 0x3B, 0x3C, 0x3D, 0x3E, 0x3F,
            0x04, 0x00, 0x0F, 0x08, 0x00,
        ];
        Ports.Read8(InputStatus);
        for (int i = 0; i < values.Length; i++)
        {
            Ports.Write8(Attributes, (byte)i);
            Ports.Write8(Attributes, values[i]);
        }

        Ports.Write8(Attributes, DisplayOn);
    }

    /// <summary>
    /// The palette's first 64 colours: bits 0 to 2 are strong blue, green and red, bits 3 to 5 weak ones. The plain blue is a lighter one than the IBM's, which
    /// nobody can read on black.
    /// </summary>
    private static void SetPalette()
    {
        Ports.Write8(PaletteMask, 0xFF);
        Ports.Write8(PaletteIndex, 0);
        for (int colour = 0; colour < PaletteSize; colour++)
        {
            for (int part = 2; part >= 0; part--)
                Ports.Write8(PaletteData, (byte)(((colour >> part & 1) * Strong) + ((colour >> part >> 3 & 1) * Weak)));
        }

        Ports.Write8(PaletteIndex, Blue);
        foreach (byte part in (ReadOnlySpan<byte>)[0x12, 0x1E, 0x3A])
            Ports.Write8(PaletteData, part);
    }

    /// <summary>Plane 2, which holds the font, alone and one byte after another from 0xA0000 on.</summary>
    private static void BeginFontAccess()
    {
        SetRegister(Sequencer, 0, 0x01);
        SetRegister(Sequencer, 2, 0x04);
        SetRegister(Sequencer, 4, 0x07);
        SetRegister(Sequencer, 0, 0x03);
        SetRegister(Graphics, 4, 0x02);
        SetRegister(Graphics, 5, 0x00);
        SetRegister(Graphics, 6, 0x04);
    }

    private static void EndFontAccess()
    {
        SetRegister(Sequencer, 0, 0x01);
        SetRegister(Sequencer, 2, 0x03);
        SetRegister(Sequencer, 4, 0x02);
        SetRegister(Sequencer, 0, 0x03);
        SetRegister(Graphics, 4, 0x00);
        SetRegister(Graphics, 5, 0x10);
        SetRegister(Graphics, 6, 0x0E);
    }

    /// <summary>Whether the letter A is empty.</summary>
    private static bool IsFontMissing(ReadOnlySpan<byte> plane)
    {
        foreach (byte row in plane.Slice('A' * GlyphDistance, Font.Height))
        {
            if (row != 0)
                return false;
        }

        return true;
    }

    private static void LoadFont(Span<byte> plane)
    {
        byte[] font = Font.Create();
        for (int glyph = 0; glyph < Font.Glyphs; glyph++)
            new ReadOnlySpan<byte>(font, glyph * Font.Height, Font.Height).CopyTo(plane.Slice(glyph * GlyphDistance, GlyphDistance));
    }
}
