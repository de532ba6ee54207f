namespace Euralios.Programs.Vga;

/// <summary>
/// The text mode's sixteen colours. ECMA-48 counts black, red, green, yellow, blue, magenta, cyan, white; the hardware has blue in bit 0 and red in
/// bit 2. Bit 3 is intensity.
/// </summary>
internal static class Colours
{
    internal const int Bright = 8;

    /// <summary>Light grey on black.</summary>
    internal const int DefaultForeground = 7;
    internal const int DefaultBackground = 0;

    // The palette of xterm's colours 16 to 231, a cube.
    private const int CubeStart = 16;
    private const int CubeSide = 6;
    private const int GreyStart = 232;

    /// <summary>The hardware's number of one of ECMA-48's colours, 0 to 15.</summary>
    internal static int FromAnsi(int colour) => (colour & 0b1010) | ((colour & 1) << 2) | ((colour >> 2) & 1);

    /// <summary>The nearest to one of xterm's 256 colours.</summary>
    internal static int FromIndex(int index)
    {
        if (index < CubeStart)
            return FromAnsi(index);
        if (index >= GreyStart)
        {
            int grey = 8 + (10 * (index - GreyStart));
            return FromRgb(grey, grey, grey);
        }

        index -= CubeStart;
        return FromRgb(
            CubeLevel(index / (CubeSide * CubeSide)),
            CubeLevel(index / CubeSide % CubeSide),
            CubeLevel(index % CubeSide));
    }

    /// <summary>The nearest to a colour of red, green and blue from 0 to 255.</summary>
    internal static int FromRgb(int red, int green, int blue)
    {
        int best = 0;
        int bestDistance = int.MaxValue;
        for (int colour = 0; colour < 16; colour++)
        {
            int distance = Square(red - Level(colour, 2)) + Square(green - Level(colour, 1)) + Square(blue - Level(colour, 0));
            if (distance < bestDistance)
            {
                best = colour;
                bestDistance = distance;
            }
        }

        return best;
    }

    private static int CubeLevel(int step) => step == 0 ? 0 : 55 + (40 * step);

    /// <summary>How much of red (bit 2), green (1) or blue (0) is in one of the hardware's colours. Dark yellow is brown.</summary>
    private static int Level(int colour, int bit)
    {
        int level = ((colour >> bit & 1) * 0xAA) + ((colour >> 3) * 0x55);
        return colour == 6 && bit == 1 ? 0x55 : level;
    }

    private static int Square(int value) => value * value;
}
