namespace Euralios.Sdk.Symbols;

/// <summary>
/// Pointers in call frame information (Linux Standard Base, Core, 10.5.1): the low four bits of the encoding say how the number is written,
/// the next three what it counts from.
/// </summary>
internal static class EncodedPointer
{
    /// <summary>DW_EH_PE_absptr: 8 bytes, from 0.</summary>
    public const byte Absolute = 0;

    private const byte FromPlace = 0x10; // DW_EH_PE_pcrel

    /// <summary>Whether pointers in this encoding can be read: numbers of a known size, from 0 or from their own place.</summary>
    public static bool IsKnown(byte encoding) =>
        (encoding & 0xF0) is 0 or FromPlace && (encoding & 0x0F) is 0 or 1 or 2 or 3 or 4 or 9 or 10 or 11 or 12;

    /// <summary>Reads a pointer; <paramref name="place"/> is the address that it stands at in the running image.</summary>
    /// <exception cref="InvalidDataException">Its size is unknown, or the bytes end.</exception>
    public static ulong Read(ref DebugCursor cursor, byte encoding, ulong place)
    {
        ulong number = (encoding & 0x0F) switch
        {
            1 => cursor.Unsigned(),
            2 => cursor.U16(),
            3 => cursor.U32(),
            0 or 4 or 12 => cursor.U64(),
            9 => (ulong)cursor.Signed(),
            10 => (ulong)(short)cursor.U16(),
            11 => (ulong)(int)cursor.U32(),
            _ => throw new InvalidDataException($"pointer encoding {encoding:x}"),
        };
        return (encoding & 0x70) == FromPlace ? number + place : number;
    }
}
