namespace Euralios.Sdk.Symbols;

/// <summary>
/// Where, at one instruction, the caller's registers are: the row of a call frame table that applies there (DWARF 5, 6.4.1). Registers have
/// DWARF's numbers (System V ABI for x86-64, figure 3.36): 3 rbx, 6 rbp, 7 rsp, 12 to 15 the registers of that name, 16 the return address.
/// </summary>
internal sealed class FrameRules
{
    public const int StackPointer = 7;
    public const int ReturnAddress = 16;
    public const int Registers = 17;

    private const int DeepestRemembered = 16;

    private readonly long?[] offsets = new long?[Registers];
    private readonly bool[] lost = new bool[Registers];

    private FrameRules()
    {
    }

    /// <summary>The canonical frame address, which is the caller's stack pointer, is this register's value plus <see cref="FrameOffset"/>.</summary>
    public int FrameRegister { get; private set; } = StackPointer;

    /// <summary>See <see cref="FrameRegister"/>.</summary>
    public long FrameOffset { get; private set; }

    /// <summary>Where a register was saved, from the canonical frame address; null when it still has its value, or is lost.</summary>
    public long? SavedAt(int register) => offsets[register];

    /// <summary>The caller's value is nowhere.</summary>
    public bool IsLost(int register) => lost[register];

    /// <summary>Runs the instructions up to an address. Null when one is not understood: an unwinder must not guess.</summary>
    public static FrameRules? Run(CommonEntry common, ReadOnlySpan<byte> instructions, ulong start, ulong address)
    {
        var rules = new FrameRules();
        try
        {
            var initial = new DebugCursor(common.Instructions);
            ulong location = start;
            var remembered = new Stack<FrameRules>();
            if (!rules.Run(ref initial, common, null, ref location, address, remembered))
                return null;
            FrameRules atStart = rules.Copy();
            var own = new DebugCursor(instructions);
            return rules.Run(ref own, common, atStart, ref location, address, remembered) ? rules : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private bool Run(
        ref DebugCursor code, CommonEntry common, FrameRules? initial, ref ulong location, ulong address, Stack<FrameRules> remembered)
    {
        while (!code.AtEnd)
        {
            byte instruction = code.U8();
            int low = instruction & 0x3F;
            ulong delta = 0;
            switch (instruction & 0xC0)
            {
                case 0x40: // advance_loc
                    delta = (ulong)low;
                    break;
                case 0x80: // offset
                    Save(low, (long)code.Unsigned() * common.DataAlignment);
                    continue;
                case 0xC0: // restore
                    if (initial is null || !Restore((ulong)low, initial))
                        return false;
                    continue;
                default:
                    if (instruction is >= 2 and <= 4)
                    {
                        delta = instruction == 2 ? code.U8() : instruction == 3 ? code.U16() : code.U32(); // advance_loc1, 2, 4
                        break;
                    }

                    if (!RunExtended(instruction, ref code, common, initial, remembered))
                        return false;
                    continue;
            }

            location += delta * common.CodeAlignment;
            if (location > address)
                break;
        }

        return true;
    }

    private bool RunExtended(byte instruction, ref DebugCursor code, CommonEntry common, FrameRules? initial, Stack<FrameRules> remembered)
    {
        switch (instruction)
        {
            case 0x00: // nop
                return true;
            case 0x05: // offset_extended
                return Save(code.Unsigned(), (long)code.Unsigned() * common.DataAlignment);
            case 0x06: // restore_extended
                return initial is not null && Restore(code.Unsigned(), initial);
            case 0x07: // undefined
                return Lose(code.Unsigned());
            case 0x08: // same_value
                return Keep(code.Unsigned());
            case 0x0A: // remember_state
                if (remembered.Count == DeepestRemembered)
                    return false;
                remembered.Push(Copy());
                return true;
            case 0x0B: // restore_state
                if (!remembered.TryPop(out FrameRules? state))
                    return false;
                Assign(state);
                return true;
            case 0x0C: // def_cfa
                return DefineFrame(code.Unsigned(), (long)code.Unsigned());
            case 0x0D: // def_cfa_register
                return DefineFrame(code.Unsigned(), FrameOffset);
            case 0x0E: // def_cfa_offset
                return DefineFrame((ulong)FrameRegister, (long)code.Unsigned());
            case 0x11: // offset_extended_sf
                return Save(code.Unsigned(), code.Signed() * common.DataAlignment);
            case 0x12: // def_cfa_sf
                return DefineFrame(code.Unsigned(), code.Signed() * common.DataAlignment);
            case 0x13: // def_cfa_offset_sf
                return DefineFrame((ulong)FrameRegister, code.Signed() * common.DataAlignment);
            case 0x2E: // GNU_args_size: of use to exceptions alone
                code.Unsigned();
                return true;
            default:
                return false;
        }
    }

    /// <summary>Registers beyond those kept here (SSE's) are noted by nobody.</summary>
    private bool Save(ulong register, long offset)
    {
        if (register < Registers)
            (offsets[register], lost[register]) = (offset, false);
        return true;
    }

    private bool Save(int register, long offset) => Save((ulong)register, offset);

    private bool Keep(ulong register)
    {
        if (register < Registers)
            (offsets[register], lost[register]) = (null, false);
        return true;
    }

    private bool Lose(ulong register)
    {
        if (register < Registers)
            (offsets[register], lost[register]) = (null, true);
        return true;
    }

    private bool Restore(ulong register, FrameRules initial)
    {
        if (register < Registers)
            (offsets[register], lost[register]) = (initial.offsets[register], initial.lost[register]);
        return true;
    }

    private bool DefineFrame(ulong register, long offset)
    {
        if (register >= Registers)
            return false;
        (FrameRegister, FrameOffset) = ((int)register, offset);
        return true;
    }

    private FrameRules Copy()
    {
        var copy = new FrameRules();
        copy.Assign(this);
        return copy;
    }

    private void Assign(FrameRules other)
    {
        (FrameRegister, FrameOffset) = (other.FrameRegister, other.FrameOffset);
        other.offsets.CopyTo(offsets, 0);
        other.lost.CopyTo(lost, 0);
    }
}
