using System.Buffers.Binary;
using System.Text;

namespace Euralios.Sdk.Symbols;

/// <summary>Reads the little-endian encodings of debug information from first byte to last. Nothing outside the span is ever read.</summary>
/// <exception cref="InvalidDataException">From every method: the bytes end before the value does. Tables keep what they have read until then.</exception>
internal ref struct DebugCursor(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> bytes = bytes;

    /// <summary>Bytes read so far.</summary>
    public int Position { get; private set; }

    public readonly bool AtEnd => Remaining == 0;

    public readonly int Remaining => bytes.Length - Position;

    public byte U8() => Take(1)[0];

    public ushort U16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint U32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public ulong U64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    /// <summary>An offset or length of 4 bytes, or of 8 in 64-bit DWARF (DWARF 5, 7.4).</summary>
    public ulong Offset(bool wide) => wide ? U64() : U32();

    /// <summary>An unsigned LEB128 number (DWARF 5, 7.6); bits beyond the 64th are dropped.</summary>
    public ulong Unsigned()
    {
        ulong value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = U8();
            if (shift < 64)
                value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
    }

    /// <summary>A signed LEB128 number (DWARF 5, 7.6).</summary>
    public long Signed()
    {
        long value = 0;
        for (int shift = 0; ; shift += 7)
        {
            byte next = U8();
            if (shift < 64)
                value |= (long)(next & 0x7F) << shift;
            if (next >= 0x80)
                continue;
            bool negative = (next & 0x40) != 0 && shift + 7 < 64;
            return negative ? value | (-1L << (shift + 7)) : value;
        }
    }

    /// <summary>Text up to a zero byte.</summary>
    public string Text()
    {
        int length = bytes[Position..].IndexOf((byte)0);
        if (length < 0)
            throw new InvalidDataException("a text runs past the end");
        string text = Encoding.UTF8.GetString(bytes.Slice(Position, length));
        Position += length + 1;
        return text;
    }

    /// <summary>The next bytes as they are.</summary>
    public ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)(bytes.Length - Position))
            throw new InvalidDataException($"{length} bytes at {Position} lie outside {bytes.Length}");
        ReadOnlySpan<byte> taken = bytes.Slice(Position, (int)length);
        Position += (int)length;
        return taken;
    }

    /// <summary>The length that opens a unit (DWARF 5, 7.4): the unit's bytes after it, and whether its offsets are 8 bytes wide.</summary>
    public ReadOnlySpan<byte> Unit(out bool wide)
    {
        ulong length = U32();
        wide = length == 0xFFFF_FFFF;
        return Take(wide ? U64() : length);
    }

    /// <summary>The text at an offset of a string section; empty where there is none.</summary>
    public static string TextAt(ReadOnlySpan<byte> section, ulong offset) =>
        offset < (ulong)section.Length ? new DebugCursor(section[(int)offset..]).Text() : "";
}
