using System.Buffers.Binary;
using System.Text;
using Euralios.Sdk.Elf;
using Euralios.Sdk.Symbols;

namespace Euralios.Sdk.Tests.Symbols;

/// <summary>An image of hand-written tables. Its code is at 0: function <c>inner</c> from 0x100, <c>outer</c> from 0x200, <c>start</c> from 0x300 to 0x400.</summary>
internal static class CraftedImage
{
    public const ulong Inner = 0x100, Outer = 0x200, Start = 0x300, End = 0x400;

    public static Symbolizer With(params (string Section, byte[] Bytes)[] tables)
    {
        var functions = new Dictionary<string, int> { ["inner"] = (int)Inner, ["outer"] = (int)Outer, ["start"] = (int)Start };
        var code = new ObjectSection(".text", SectionUse.Allocate | SectionUse.Execute, 16, new byte[End], 0, functions, []);
        IEnumerable<ObjectSection> others =
            tables.Select(table => new ObjectSection(table.Section, SectionUse.None, 1, table.Bytes, 0, new Dictionary<string, int>(), []));
        return Symbolizer.Parse("crafted", ElfObjectWriter.Write([code, .. others]));
    }

    /// <summary>Call frame information: the common part of ILC's, and a function for each range.</summary>
    public static byte[] Frames(params (ulong Start, ulong End, byte[] Instructions)[] functions)
    {
        List<byte> bytes = [.. CommonEntry("zR", 0)]; // pointers of 8 bytes, absolute
        foreach ((ulong start, ulong end, byte[] instructions) in functions)
            bytes.AddRange(Sized([.. U32((uint)bytes.Count + 4), .. U64(start), .. U64(end - start), 0, .. instructions]));
        return [.. bytes];
    }

    /// <summary>The common part: version 1, factors 1 and -8, return address 16; def_cfa rsp+8, offset 16 at cfa-8.</summary>
    public static byte[] CommonEntry(string augmentation, params byte[] data)
    {
        byte[] length = augmentation.StartsWith('z') ? [(byte)data.Length] : [];
        return Sized([0, 0, 0, 0, 1, .. Encoding.ASCII.GetBytes(augmentation), 0, 1, 0x78, 16, .. length, .. data, 0x0C, 7, 8, 0x90, 1]);
    }

    /// <summary>A unit: its length, then itself.</summary>
    public static byte[] Sized(byte[] unit) => [.. U32((uint)unit.Length), .. unit];

    public static byte[] U16(ushort value) => [(byte)value, (byte)(value >> 8)];

    public static byte[] U32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    public static byte[] U64(ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(bytes, value);
        return bytes;
    }
}
