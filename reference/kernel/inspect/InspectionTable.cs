using System.Runtime;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Merriwig.Inspect;

/// <summary>What a published region is. Numbers are never used again for something else.</summary>
internal enum RegionType : uint
{
    /// <summary>A level of the frame allocator's tree: 32-bit words; the index is the level.</summary>
    FrameTreeLevel = 1,

    /// <summary>The state of each frame: a byte of 0 not managed, 1 available, 2 in use.</summary>
    FrameStates = 2,

    /// <summary>The frame allocator's cache: 32 frame numbers, then how many of them count, as 32-bit words.</summary>
    FrameCache = 3,

    /// <summary>The schedule: for each thread the one behind it and the one before it, as 16-bit numbers, its state, and a byte that says nothing.</summary>
    ScheduleEntries = 4,

    /// <summary>The number of the thread that has the processor, 32 bits.</summary>
    ScheduleCurrent = 5,

    /// <summary>Rendezvous, 48 bytes each.</summary>
    RendezvousTable = 6,
}

/// <summary>
/// The table that graders find what they read through: the symbol <c>__inspect</c>. Kept by the kit's own files; no graded file writes it.
/// </summary>
internal static unsafe class InspectionTable
{
    private const uint Magic = 0x54505345; // "ESPT"
    private const int Capacity = 64;

    /// <summary>Empties the table.</summary>
    internal static void Clear()
    {
        Header* header = (Header*)Address();
        header->Magic = Magic;
        header->Count = 0;
    }

    /// <summary>Adds a region. A full table keeps what it has.</summary>
    internal static void Publish(RegionType type, ushort version, int index, void* address, ulong length)
    {
        Header* header = (Header*)Address();
        if (header->Magic != Magic)
            Clear();
        if (header->Count == Capacity)
            return;
        Entry* entry = (Entry*)(header + 1) + header->Count++;
        entry->Address = (ulong)address;
        entry->Length = length;
        entry->Type = (uint)type;
        entry->Version = version;
        entry->Index = (ushort)index;
    }

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "get___inspect")]
    private static extern void* Address();

    [StructLayout(LayoutKind.Sequential)]
    private struct Header
    {
        internal uint Magic;
        internal uint Count;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Entry
    {
        internal ulong Address;
        internal ulong Length;
        internal uint Type;
        internal ushort Version;
        internal ushort Index;
    }
}
