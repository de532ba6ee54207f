using Euralios.Std;

namespace System;

// The terminal's screen, by the escape sequences of ECMA-48. Where output is no terminal they are not written.
public static partial class Console
{
    private const int FirstForeground = 30, FirstBackground = 40, Bright = 60;

    private static ConsoleColor foreground = ConsoleColor.Gray;
    private static ConsoleColor background = ConsoleColor.Black;

    /// <summary>Columns of the terminal; 80 where there is none.</summary>
    public static int WindowWidth
    {
        get
        {
            ConsoleScreen.GetSize(out int columns, out _);
            return columns;
        }
    }

    /// <summary>Rows of the terminal; 25 where there is none.</summary>
    public static int WindowHeight
    {
        get
        {
            ConsoleScreen.GetSize(out _, out int rows);
            return rows;
        }
    }

    public static ConsoleColor ForegroundColor
    {
        get => foreground;
        set
        {
            foreground = value;
            WriteColor(value, FirstForeground);
        }
    }

    public static ConsoleColor BackgroundColor
    {
        get => background;
        set
        {
            background = value;
            WriteColor(value, FirstBackground);
        }
    }

    public static void ResetColor()
    {
        foreground = ConsoleColor.Gray;
        background = ConsoleColor.Black;
        WriteSequence($"\e[0m");
    }

    /// <summary>Clears the screen and goes to its top left.</summary>
    public static void Clear() => WriteSequence($"\e[2J\e[H");

    /// <summary>Goes to a cell; the top left is 0, 0.</summary>
    public static void SetCursorPosition(int left, int top)
    {
        if (left < 0)
            throw new ArgumentOutOfRangeException(nameof(left));
        if (top < 0)
            throw new ArgumentOutOfRangeException(nameof(top));
        WriteSequence($"\e[{top + 1};{left + 1}H");
    }

    private static void WriteColor(ConsoleColor color, int first)
    {
        // .NET counts blue, green, red in the bits 0, 1, 2; ECMA-48 red, green, blue.
        int bits = (int)color;
        int number = ((bits & 1) << 2) | (bits & 2) | ((bits >> 2) & 1);
        WriteSequence($"\e[{first + number + ((bits & 8) != 0 ? Bright : 0)}m");
    }

    private static void WriteSequence(ref ConsoleInterpolation sequence)
    {
        if (ConsoleScreen.IsTerminal)
            sequence.Text.Flush();
    }
}
