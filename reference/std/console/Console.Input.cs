using Euralios.Std;

namespace System;

// Reading.
public static partial class Console
{
    /// <summary>The second half of a pair of surrogates whose first was read as a key; zero for none.</summary>
    private static char secondHalf;

    /// <summary>The next line without its end; null at the end of the input. A line that is typed is echoed and can be edited.</summary>
    public static string? ReadLine() => In.ReadLine();

    /// <summary>The next character, of a line if it is typed; -1 at the end of the input.</summary>
    public static int Read() => In.Read();

    /// <summary>Waits for a key, and shows its character.</summary>
    public static ConsoleKeyInfo ReadKey() => ReadKey(intercept: false);

    /// <summary>Waits for a key.</summary>
    /// <param name="intercept">Whether its character is not shown.</param>
    public static ConsoleKeyInfo ReadKey(bool intercept)
    {
        if (!TryReadKey(intercept, out ConsoleKeyInfo key))
            throw new InvalidOperationException("There are no keys any more: the input has ended.");
        return key;
    }

    /// <summary>As <see cref="ReadKey(bool)"/>; false at the end of the input.</summary>
    public static bool TryReadKey(bool intercept, out ConsoleKeyInfo key)
    {
        key = new ConsoleKeyInfo(secondHalf, ConsoleKey.None, false, false, false);
        if (secondHalf != '\0')
        {
            secondHalf = '\0';
        }
        else if (!StandardInput.TryReadKey(out ulong code))
        {
            return false;
        }
        else if (code is > char.MaxValue and <= 0x10_FFFF)
        {
            secondHalf = (char)(0xDC00 + (code & 0x3FF));
            key = new ConsoleKeyInfo((char)(0xD800 + ((code - 0x1_0000) >> 10)), ConsoleKey.None, false, false, false);
        }
        else
        {
            key = KeyCode.Decode(code);
        }

        if (!intercept && key.KeyChar >= ' ' && ConsoleScreen.ShowsInput)
        {
            Write(key.KeyChar);
            StandardOutput.Flush();
        }

        return true;
    }
}
