namespace Euralios.Programs.Serial;

/// <summary>
/// A terminal's report of its cursor's place, ESC [ row ; column R (ECMA-48, CPR). After the cursor was sent far beyond the corner the place is the
/// terminal's size. Whatever else comes is passed over.
/// </summary>
internal sealed class SizeReport
{
    /// <summary>The question: to the corner, where is that, and back.</summary>
    internal static System.ReadOnlySpan<byte> Question => "\e7\e[999;999H\e[6n\e8"u8;

    private const int Greatest = 999;
    private const int LeastRows = 2;
    private const int LeastColumns = 20;

    // How much of the report has come: 0 nothing, 1 ESC, 2 its bracket, 3 the semicolon.
    private int part;

    internal int Rows { get; private set; }

    internal int Columns { get; private set; }

    /// <summary>Takes a byte; true if it ends a report of a size that a terminal can have.</summary>
    internal bool Take(byte value)
    {
        switch (value)
        {
            case 0x1B:
                part = 1;
                return false;
            case (byte)'[' when part == 1:
                part = 2;
                Rows = 0;
                Columns = 0;
                return false;
            case (byte)';' when part == 2:
                part = 3;
                return false;
            case >= (byte)'0' and <= (byte)'9' when part == 2:
                Rows = Add(Rows, value);
                return false;
            case >= (byte)'0' and <= (byte)'9' when part == 3:
                Columns = Add(Columns, value);
                return false;
        }

        bool isComplete = value == 'R' && part == 3 && Rows is >= LeastRows and <= Greatest && Columns is >= LeastColumns and <= Greatest;
        part = 0;
        return isComplete;
    }

    private static int Add(int number, byte digit) => number > Greatest ? number : (number * 10) + (digit - '0');
}
