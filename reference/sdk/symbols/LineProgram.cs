namespace Euralios.Sdk.Symbols;

/// <summary>The machine that a line-number program runs on (DWARF 5, 6.2.2 and 6.2.5). Columns, statements and views are left out.</summary>
internal static class LineProgram
{
    /// <summary>Runs a unit's program to its end, giving each finished sequence to <paramref name="add"/>.</summary>
    /// <exception cref="InvalidDataException">The bytes end in an instruction.</exception>
    public static void Run(ref DebugCursor program, LineHeader header, Action<LineTable.Sequence> add)
    {
        var rows = new List<LineTable.LineRow>();
        ulong address = 0;
        ulong file = 1;
        ulong line = 1;
        while (!program.AtEnd)
        {
            byte opcode = program.U8();
            if (opcode >= header.OpcodeBase)
            {
                int adjusted = opcode - header.OpcodeBase;
                Advance((ulong)(adjusted / header.LineRange));
                line += (ulong)(header.LineBase + (adjusted % header.LineRange));
                AddRow();
                continue;
            }

            switch (opcode)
            {
                case 0:
                    var operands = new DebugCursor(program.Take(program.Unsigned()));
                    RunExtended(ref operands);
                    break;
                case 1: // copy
                    AddRow();
                    break;
                case 2: // advance_pc
                    Advance(program.Unsigned());
                    break;
                case 3: // advance_line
                    line += (ulong)program.Signed();
                    break;
                case 4: // set_file
                    file = program.Unsigned();
                    break;
                case 8: // const_add_pc: as special opcode 255 does
                    Advance((ulong)((255 - header.OpcodeBase) / header.LineRange));
                    break;
                case 9: // fixed_advance_pc
                    address += program.U16();
                    break;
                default: // others change what is not kept here
                    for (int i = header.OperandCounts[opcode - 1]; i > 0; i--)
                        program.Unsigned();
                    break;
            }
        }

        void Advance(ulong instructions) => address += instructions * header.MinimumInstructionLength;

        void AddRow() => rows.Add(new(address, header.PathOf(file), line <= int.MaxValue ? (int)line : 0));

        void RunExtended(ref DebugCursor operands)
        {
            switch (operands.U8())
            {
                case 1: // end_sequence
                    EndSequence();
                    (address, file, line) = (0, 1, 1);
                    break;
                case 2: // set_address
                    address = operands.U64();
                    break;
                case 3: // define_file
                    header.DefineFile(ref operands);
                    break;
                default: // discriminators, and what vendors add
                    break;
            }
        }

        void EndSequence()
        {
            // Rows should ascend; sorting (which keeps the order of equals) makes sure that a search of them ends where it should.
            LineTable.LineRow[] sorted = [.. rows.OrderBy(row => row.Address)];

            // The end is the byte after the last instruction, but ILC writes the last row's own address: what that row covers is not said.
            if (sorted.Length > 0)
                add(new LineTable.Sequence(sorted[0].Address, address > sorted[^1].Address ? address : ulong.MaxValue, sorted));
            rows.Clear();
        }
    }
}
