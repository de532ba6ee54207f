using System;

namespace Euralios.Programs.FullScreen;

/// <summary>That some rows of a screen moved up or down.</summary>
internal readonly struct RowShift(int first, int last, int up)
{
    /// <summary>The most rows by which a shift is looked for.</summary>
    private const int Most = 3;

    /// <summary>Cells that must be saved: the sequences cost about twenty bytes.</summary>
    private const int LeastGain = 40;

    /// <summary>The first of the rows.</summary>
    internal int First { get; } = first;

    internal int Last { get; } = last;

    /// <summary>By how many rows; negative if down.</summary>
    internal int Up { get; } = up;

    /// <summary>Finds the shift after which the fewest cells are different.</summary>
    /// <returns>False if none is worth while.</returns>
    internal static bool TryFind(Screen shown, Screen next, out RowShift shift)
    {
        shift = default;
        int first = 0;
        int last = next.Rows - 1;

        // The first row, the bar, never moves.
        for (first = 1; first < last && Differences(shown, first, next, first) == 0;)
            first++;
        while (last > first && Differences(shown, last, next, last) == 0)
            last--;
        if (last - first < 2)
            return false;
        int least = Cost(shown, next, new RowShift(first, last, 0)) - LeastGain;
        for (int up = -Most; up <= Most; up++)
        {
            var candidate = new RowShift(first, last, up);
            int cost = up == 0 || Math.Abs(up) > last - first ? int.MaxValue : Cost(shown, next, candidate);
            if (cost >= least)
                continue;
            least = cost;
            shift = candidate;
        }

        return shift.Up != 0;
    }

    /// <summary>Does to the cells what the terminal does.</summary>
    internal void Apply(Screen screen)
    {
        int kept = Last - First + 1 - Math.Abs(Up);
        int from = Up > 0 ? First + Up : First;
        int to = Up > 0 ? First : First - Up;
        screen.Area(from, kept).CopyTo(screen.Area(to, kept));
        screen.Area(Up > 0 ? First + kept : First, Math.Abs(Up)).Fill(Screen.Blank);
    }

    /// <summary>How many cells of the rows are different if the shift is made first.</summary>
    private static int Cost(Screen shown, Screen next, RowShift shift)
    {
        int cost = 0;
        for (int row = shift.First; row <= shift.Last; row++)
        {
            int from = row + shift.Up;
            cost += from >= shift.First && from <= shift.Last ? Differences(shown, from, next, row) : NotBlank(next.Row(row));
        }

        return cost;
    }

    private static int Differences(Screen shown, int shownRow, Screen next, int nextRow)
    {
        ReadOnlySpan<uint> a = shown.Row(shownRow);
        ReadOnlySpan<uint> b = next.Row(nextRow);
        int count = 0;
        for (int i = 0; i < b.Length; i++)
            count += a[i] != b[i] ? 1 : 0;
        return count;
    }

    private static int NotBlank(ReadOnlySpan<uint> cells)
    {
        int count = 0;
        foreach (uint cell in cells)
            count += cell != Screen.Blank ? 1 : 0;
        return count;
    }
}
