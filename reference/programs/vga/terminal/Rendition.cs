namespace Euralios.Programs.Vga;

/// <summary>How characters look: colours and emphasis, as the control sequence SGR sets them (ECMA-48, 8.3.117).</summary>
internal struct Rendition
{
    private const int ExtendedColour = 8;
    private const int DefaultColour = 9;

    private int foreground;
    private int background;
    private bool isBold;
    private bool isNegative;

    internal static Rendition Default => new() { foreground = Colours.DefaultForeground, background = Colours.DefaultBackground };

    /// <summary>The high byte of a cell, in its place.</summary>
    internal readonly ushort Attribute
    {
        get
        {
            int front = isBold ? foreground | Colours.Bright : foreground;
            return (ushort)((isNegative ? (front << 4) | background : (background << 4) | front) << 8);
        }
    }

    /// <summary>The same for cells that are erased: the background alone.</summary>
    internal readonly ushort BlankAttribute => (ushort)(((background << 4) | Colours.DefaultForeground) << 8);

    /// <summary>Applies the parameters of SGR, one after another.</summary>
    internal void Apply(Parameters parameters)
    {
        for (int i = 0; i < parameters.Count; i++)
        {
            int value = parameters[i, 0];
            if (value is 38 or 48)
            {
                int colour = ReadColour(parameters, ref i);
                if (colour >= 0 && value == 38)
                    foreground = colour;
                else if (colour >= 0)
                    background = colour;
            }
            else
            {
                Apply(value);
            }

            // Parts of a parameter say more about it, which nothing here can show.
            while (parameters.IsPart(i + 1))
                i++;
        }
    }

    private void Apply(int value)
    {
        switch (value)
        {
            case 0:
                this = Default;
                break;
            case 1:
                isBold = true;
                break;
            case 7:
                isNegative = true;
                break;
            case 22:
                isBold = false;
                break;
            case 27:
                isNegative = false;
                break;
            case >= 30 and < 30 + ExtendedColour:
                foreground = Colours.FromAnsi(value - 30);
                break;
            case 30 + DefaultColour:
                foreground = Colours.DefaultForeground;
                break;
            case >= 40 and < 40 + ExtendedColour:
                background = Colours.FromAnsi(value - 40);
                break;
            case 40 + DefaultColour:
                background = Colours.DefaultBackground;
                break;
            case >= 90 and <= 97:
                foreground = Colours.FromAnsi(value - 90) | Colours.Bright;
                break;
            case >= 100 and <= 107:
                background = Colours.FromAnsi(value - 100) | Colours.Bright;
                break;
        }
    }

    /// <summary>
    /// What follows 38 or 48: 5 and an index, or 2 and red, green, blue. With colons between them a colour space may stand before the red.
    /// </summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="at">Where 38 or 48 is; moves to the last that belongs to it.</param>
    /// <returns>The colour; -1 if there is none.</returns>
    private static int ReadColour(Parameters parameters, ref int at)
    {
        bool hasParts = parameters.IsPart(at + 1);
        int parts = 0;
        while (parameters.IsPart(at + 1 + parts))
            parts++;
        int start = at + 1;
        int kind = parameters[start, 0];
        int length = hasParts ? parts : kind == 5 ? 2 : kind == 2 ? 4 : 0;
        if (start + length > parameters.Count)
            length = parameters.Count - start;
        at += length;
        if (kind == 5 && length >= 2)
            return parameters[start + 1, 0] <= 255 ? Colours.FromIndex(parameters[start + 1, 0]) : -1;
        if (kind != 2 || length < 4)
            return -1;
        int red = start + (hasParts && length >= 5 ? 2 : 1);
        return Colours.FromRgb(Level(parameters[red, 0]), Level(parameters[red + 1, 0]), Level(parameters[red + 2, 0]));
    }

    private static int Level(int value) => value > 255 ? 255 : value;
}
