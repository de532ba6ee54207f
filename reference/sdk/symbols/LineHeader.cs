namespace Euralios.Sdk.Symbols;

/// <summary>What precedes a line-number program (DWARF 5, 6.2.4; DWARF 4, 6.2.4): its parameters and its files.</summary>
internal sealed class LineHeader
{
    private readonly List<string> directories = [];
    private readonly List<string> files = [];
    private readonly ushort version;

    private LineHeader(ushort version) => this.version = version;

    public byte MinimumInstructionLength { get; private init; }

    /// <summary>A row begins as a statement; nothing here asks for it, but the byte is in the header.</summary>
    public sbyte LineBase { get; private set; }

    public byte LineRange { get; private set; }

    public byte OpcodeBase { get; private set; }

    /// <summary>How many operands each standard opcode has; index 0 is opcode 1.</summary>
    public byte[] OperandCounts { get; private set; } = [];

    /// <summary>Reads the header of a unit.</summary>
    /// <param name="unit">Stands after the unit's length; after the header when this returns.</param>
    /// <param name="wide">The unit's offsets have 8 bytes.</param>
    /// <param name="sections">Where texts are.</param>
    /// <exception cref="InvalidDataException">It is malformed, or of another version than 2 to 5.</exception>
    public static LineHeader Read(ref DebugCursor unit, bool wide, DebugSections sections)
    {
        ushort version = unit.U16();
        if (version is < 2 or > 5)
            throw new InvalidDataException($"line table of version {version}");
        if (version == 5)
            unit.Take(2); // sizes of an address and of a segment selector
        ulong length = unit.Offset(wide);
        int start = unit.Position;
        var header = new LineHeader(version) { MinimumInstructionLength = unit.U8() };
        unit.Take(version >= 4 ? 2u : 1u); // operations an instruction, which only VLIW machines have; and is_stmt
        header.LineBase = (sbyte)unit.U8();
        header.LineRange = unit.U8();
        header.OpcodeBase = unit.U8();
        if (header.LineRange == 0 || header.OpcodeBase == 0)
            throw new InvalidDataException("line table with a range of nothing");
        header.OperandCounts = unit.Take(header.OpcodeBase - 1u).ToArray();
        if (version == 5)
            header.ReadTables(ref unit, wide, sections);
        else
            header.ReadOldTables(ref unit);
        ulong rest = length - (ulong)(unit.Position - start);
        unit.Take(rest); // a length that is too short wraps, and is refused
        return header;
    }

    /// <summary>The path of a file by the number that the program uses; empty for one that is not listed.</summary>
    public string PathOf(ulong file)
    {
        ulong index = version == 5 ? file : file - 1; // before version 5 files count from 1
        return index < (ulong)files.Count ? files[(int)index] : "";
    }

    /// <summary>DW_LNE_define_file (DWARF 4, 6.2.5.3): a file more.</summary>
    public void DefineFile(ref DebugCursor operands) => AddOldFile(operands.Text(), ref operands);

    private void ReadOldTables(ref DebugCursor unit)
    {
        for (string name = unit.Text(); name.Length > 0; name = unit.Text())
            directories.Add(name);
        for (string name = unit.Text(); name.Length > 0; name = unit.Text())
            AddOldFile(name, ref unit);
    }

    private void AddOldFile(string name, ref DebugCursor operands)
    {
        ulong directory = operands.Unsigned();
        operands.Unsigned(); // time
        operands.Unsigned(); // size
        files.Add(Join(directory - 1, name)); // directory 0 is the compiler's own, which is not in this section
    }

    private void ReadTables(ref DebugCursor unit, bool wide, DebugSections sections)
    {
        foreach ((string name, ulong _) in ReadTable(ref unit, wide, sections))
            directories.Add(name);
        foreach ((string name, ulong directory) in ReadTable(ref unit, wide, sections))
            files.Add(Join(directory, name));
    }

    /// <summary>A table whose rows are described by the pairs of content and form before it.</summary>
    private static List<(string Name, ulong Directory)> ReadTable(ref DebugCursor unit, bool wide, DebugSections sections)
    {
        const ulong path = 1; // DW_LNCT_path
        const ulong directoryIndex = 2; // DW_LNCT_directory_index
        var columns = new (ulong Content, ulong Form)[unit.U8()];
        for (int i = 0; i < columns.Length; i++)
            columns[i] = (unit.Unsigned(), unit.Unsigned());
        ulong count = unit.Unsigned();
        var rows = new List<(string Name, ulong Directory)>();
        for (ulong i = 0; i < count; i++)
        {
            int before = unit.Position;
            string name = "";
            ulong directory = 0;
            foreach ((ulong content, ulong form) in columns)
            {
                DebugValue value = DebugValue.Read(ref unit, form, 0, wide, sections);
                if (content == path)
                    name = value.Text ?? "";
                else if (content == directoryIndex)
                    directory = value.Number;
            }

            if (unit.Position == before)
                throw new InvalidDataException("a table of files whose rows are empty");
            rows.Add((name, directory));
        }

        return rows;
    }

    private string Join(ulong directory, string name) =>
        Path.IsPathRooted(name) || directory >= (ulong)directories.Count || directories[(int)directory].Length == 0
            ? name
            : directories[(int)directory].TrimEnd('/') + "/" + name;
}
