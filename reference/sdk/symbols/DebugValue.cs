namespace Euralios.Sdk.Symbols;

/// <summary>A value of debug information in one of the forms of DWARF 5, 7.5.6.</summary>
/// <param name="Number">A constant, address or offset; 0 for text and blocks.</param>
/// <param name="Text">A text, or null.</param>
internal readonly record struct DebugValue(ulong Number, string? Text)
{
    /// <summary>Reads a value.</summary>
    /// <param name="cursor">Stands at the value, and after it when this returns.</param>
    /// <param name="form">DW_FORM_ number.</param>
    /// <param name="constant">The value of DW_FORM_implicit_const, which is in the abbreviation.</param>
    /// <param name="wide">The unit's offsets have 8 bytes.</param>
    /// <param name="sections">Where texts are.</param>
    /// <exception cref="InvalidDataException">The form is unknown, so what follows cannot be found, or the bytes end.</exception>
    public static DebugValue Read(ref DebugCursor cursor, ulong form, long constant, bool wide, DebugSections sections)
    {
        switch (form)
        {
            case 0x01: // addr
            case 0x07: // data8
            case 0x14: // ref8
            case 0x20: // ref_sig8
                return new(cursor.U64(), null);
            case 0x05: // data2
            case 0x12: // ref2
                return new(cursor.U16(), null);
            case 0x06: // data4
            case 0x13: // ref4
                return new(cursor.U32(), null);
            case 0x0B: // data1
            case 0x0C: // flag
            case 0x11: // ref1
                return new(cursor.U8(), null);
            case 0x0D: // sdata
                return new((ulong)cursor.Signed(), null);
            case 0x0F: // udata
            case 0x15: // ref_udata
            case 0x1A: // strx
            case 0x1B: // addrx
                return new(cursor.Unsigned(), null);
            case 0x08: // string
                return new(0, cursor.Text());
            case 0x0E: // strp
                return new(0, DebugCursor.TextAt(sections.Strings, cursor.Offset(wide)));
            case 0x1F: // line_strp
                return new(0, DebugCursor.TextAt(sections.LineStrings, cursor.Offset(wide)));
            case 0x10: // ref_addr
            case 0x17: // sec_offset
                return new(cursor.Offset(wide), null);
            case 0x19: // flag_present
                return new(1, null);
            case 0x21: // implicit_const
                return new((ulong)constant, null);
            case 0x1E: // data16
                cursor.Take(16);
                return default;
            case 0x0A: // block1
                cursor.Take(cursor.U8());
                return default;
            case 0x03: // block2
                cursor.Take(cursor.U16());
                return default;
            case 0x04: // block4
                cursor.Take(cursor.U32());
                return default;
            case 0x09: // block
            case 0x18: // exprloc
                cursor.Take(cursor.Unsigned());
                return default;
            default:
                throw new InvalidDataException($"form {form:x} of debug information is unknown");
        }
    }
}
