using System.Buffers.Binary;

namespace Euralios.Grader.Boot;

/// <summary>
/// The guest's list of what may be read from outside: <c>u32 magic, u32 count</c>, then entries of 24 bytes: <c>u64 address, u64 length,
/// u32 type, u16 version, u16 index</c>. The guest writes it, so every number in it is doubted.
/// </summary>
internal static class InspectionTable
{
    private const uint Magic = 0x54505345;
    private const int HeaderSize = 8, EntrySize = 24;
    private const int MostEntries = 64, LongestRegion = 1 << 20, LargestTotal = 8 << 20;

    /// <summary>Reads the table at an address and every region in it.</summary>
    /// <exception cref="MachineException">The table is malformed, or a region is not mapped.</exception>
    public static async Task<List<MemoryRegion>> ReadAsync(Guest guest, ulong address, CancellationToken cancellation)
    {
        byte[] header = await guest.ReadAsync(address, HeaderSize, cancellation)
            ?? throw new MachineException($"the inspection table at 0x{address:x} is not mapped");
        uint magic = BinaryPrimitives.ReadUInt32LittleEndian(header);
        uint count = BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(4));
        if (magic != Magic)
            throw new MachineException($"the inspection table at 0x{address:x} begins with 0x{magic:x8} instead of 0x{Magic:x8}");
        if (count > MostEntries)
            throw new MachineException($"the inspection table has {count} entries; {MostEntries} are allowed");

        byte[] entries = await guest.ReadAsync(address + HeaderSize, (int)count * EntrySize, cancellation)
            ?? throw new MachineException($"the inspection table at 0x{address:x} is not mapped to its end");
        List<MemoryRegion> regions = [];
        ulong total = 0;
        for (int i = 0; i < count; i++)
        {
            MemoryRegion region = await ReadEntryAsync(guest, i, entries.AsMemory(i * EntrySize, EntrySize), cancellation);
            total += (ulong)region.Bytes.Length;
            if (total > LargestTotal)
                throw new MachineException($"the inspection table's regions have more than {LargestTotal} bytes together");
            regions.Add(region);
        }
        return regions;
    }

    private static async Task<MemoryRegion> ReadEntryAsync(Guest guest, int number, ReadOnlyMemory<byte> entry, CancellationToken cancellation)
    {
        ulong address = BinaryPrimitives.ReadUInt64LittleEndian(entry.Span);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(entry.Span[8..]);
        uint type = BinaryPrimitives.ReadUInt32LittleEndian(entry.Span[16..]);
        ushort version = BinaryPrimitives.ReadUInt16LittleEndian(entry.Span[20..]);
        ushort index = BinaryPrimitives.ReadUInt16LittleEndian(entry.Span[22..]);
        if (length > LongestRegion)
            throw new MachineException($"entry {number} of the inspection table has {length} bytes; {LongestRegion} are allowed");
        byte[] bytes = await guest.ReadAsync(address, (int)length, cancellation)
            ?? throw new MachineException($"entry {number} of the inspection table, 0x{address:x} with {length} bytes, is not mapped");
        return new MemoryRegion(type, version, index, address, bytes);
    }
}
