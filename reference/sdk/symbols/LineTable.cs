namespace Euralios.Sdk.Symbols;

/// <summary>A line of a source file.</summary>
/// <param name="File">Its path, as the compiler saw it.</param>
/// <param name="Line">From 1.</param>
public readonly record struct SourceLine(string File, int Line);

/// <summary>
/// From addresses to lines: the contents of <c>.debug_line</c>, DWARF 2 to 5 (DWARF 5, 6.2). ILC does not say where the last line of an
/// image ends, so an address beyond the C# code is on that line: <see cref="Symbolizer"/> asks for addresses within methods only.
/// </summary>
public sealed class LineTable
{
    private readonly List<Sequence> sequences = [];

    private LineTable()
    {
    }

    /// <summary>Reads all units. What is malformed ends the table there; what came before it stays.</summary>
    internal static LineTable Read(DebugSections sections)
    {
        var table = new LineTable();
        var section = new DebugCursor(sections.Lines);
        try
        {
            while (!section.AtEnd)
            {
                var unit = new DebugCursor(section.Unit(out bool wide));
                LineHeader header = LineHeader.Read(ref unit, wide, sections);
                LineProgram.Run(ref unit, header, table.sequences.Add);
            }
        }
        catch (InvalidDataException)
        {
            // The lines read so far are as good as they were.
        }

        table.sequences.Sort(static (one, other) => one.Start.CompareTo(other.Start));
        return table;
    }

    /// <summary>The line of the instruction at an address, or null where the compiler named none.</summary>
    /// <param name="address">The address.</param>
    /// <param name="method">Where its method starts: what comes before the method's first line belongs to that, and not to the method before.</param>
    public SourceLine? Find(ulong address, ulong method = 0)
    {
        int first = UpperBound(sequences.Count, i => sequences[i].Start, address) - 1;
        if (first < 0 || address >= sequences[first].End)
            return null;
        LineRow[] rows = sequences[first].Rows;
        int at = UpperBound(rows.Length, i => rows[i].Address, address) - 1;
        if (rows[at].Address < method && at + 1 < rows.Length)
            at++;
        LineRow row = rows[at];
        return row.Line > 0 && row.File.Length > 0 ? new SourceLine(row.File, row.Line) : null;
    }

    /// <summary>The number of leading elements, in ascending order, that are not above a value.</summary>
    private static int UpperBound(int count, Func<int, ulong> element, ulong value)
    {
        int low = 0;
        int high = count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (element(middle) <= value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Instructions without a gap: rows in ascending order, at least one, the first at <paramref name="Start"/>.</summary>
    internal sealed record Sequence(ulong Start, ulong End, LineRow[] Rows);

    /// <summary>From this address on, up to the next row's, this line.</summary>
    internal readonly record struct LineRow(ulong Address, string File, int Line);
}
