using System;
using System.Runtime.InteropServices;
using Merriwig.Abi;
using Merriwig.Memory;
using Merriwig.Tracing;

namespace Merriwig.Tasks;

/// <summary>Puts a program into an address space that nobody uses yet: its segments, its heap, and what lies on its first stack.</summary>
internal static unsafe class ProgramLoader
{
    /// <summary>The most pages that are filled at once, with interrupts off: 16 MiB of code and data. What is zero at first costs nothing.</summary>
    internal const ulong MostFilledPages = 4096;

    private const ulong LargePage = 1ul << 21;

    /// <summary>Loads an ELF file. What was allocated when it fails goes with the address space.</summary>
    /// <param name="space">The address space.</param>
    /// <param name="file">The file: nothing in it is trusted.</param>
    /// <param name="entry">Where the program starts.</param>
    internal static ErrorCode Load(ref AddressSpace space, ReadOnlySpan<byte> file, out ulong entry)
    {
        entry = 0;
        if (!ElfImage.TryRead(file, out ElfImage image, out ElfProblem problem))
        {
            if (Trace.IsOn(Subsystem.Process))
                Trace.Event("process.elf-refused").Word("problem", ElfProblemNames.Of(problem)).End();
            return ErrorCode.Thread;
        }

        ulong filled = 0;
        for (int i = 0; i < image.Count; i++)
        {
            ErrorCode error = LoadSegment(ref space, file, image[i], ref filled);
            if (error != ErrorCode.None)
                return error;
        }

        // The heap: one entry a 2 MiB.
        PageTableEntry* heap = space.Reach(UserLayout.HeapStart, level: 2);
        if (heap == null)
            return ErrorCode.Memory;
        PhysicalWindow.Fill(heap, PageTableEntry.OnDemand, UserLayout.HeapSize / LargePage);
        entry = image.Entry;
        return ErrorCode.None;
    }

    /// <summary>Puts a block of bytes with its length before it on a stack that is not in use yet.</summary>
    /// <param name="space">The address space.</param>
    /// <param name="bytes">The bytes.</param>
    /// <param name="stack">Where the stack ends; afterwards the block's address, a multiple of 16.</param>
    /// <returns>False when there is no memory.</returns>
    internal static bool TryPush(ref AddressSpace space, ReadOnlySpan<byte> bytes, ref ulong stack)
    {
        int length = bytes.Length;
        stack = (stack - (ulong)length - sizeof(int)) & ~15ul;
        return TryWrite(ref space, stack, MemoryMarshal.CreateReadOnlySpan(ref *(byte*)&length, sizeof(int)))
            && TryWrite(ref space, stack + sizeof(int), bytes);
    }

    private static ErrorCode LoadSegment(ref AddressSpace space, ReadOnlySpan<byte> file, in ElfSegment segment, ref ulong filled)
    {
        ulong bits = PageTableEntry.Present | PageTableEntry.User
            | (segment.IsWritable ? PageTableEntry.Writable : 0)
            | (segment.IsExecutable ? 0 : PageTableEntry.NoExecute);
        ulong end = segment.Address + segment.MemorySize;
        ulong fileEnd = segment.Address + (ulong)segment.FileSize;
        ulong page = segment.Address & ~0xFFFul;
        while (page < end)
        {
            if (page >= fileEnd && segment.IsWritable)
                return AddZeros(ref space, page, end);
            // The part of the page that the file has.
            ulong from = Math.Max(page, segment.Address);
            ulong to = Math.Min(page + FrameMap.FrameSize, fileEnd);
            bool whole = to == from + FrameMap.FrameSize;
            if (++filled > MostFilledPages || !TryAddPage(ref space, page, bits, zeroed: !whole, out byte* content))
                return ErrorCode.Memory;
            if (from < to)
            {
                file.Slice(segment.FileOffset + (int)(from - segment.Address), (int)(to - from))
                    .CopyTo(MemoryMarshal.CreateSpan(ref content[from - page], (int)(to - from)));
            }

            page += FrameMap.FrameSize;
        }

        return ErrorCode.None;
    }

    /// <summary>Adds a page; one that is not zeroed must be filled.</summary>
    private static bool TryAddPage(ref AddressSpace space, ulong page, ulong bits, bool zeroed, out byte* content)
    {
        content = null;
        PageTableEntry* entry = space.Reach(page);
        if (entry == null || !Frames.TryAllocate(out PhysicalAddress frame))
            return false;
        entry->Value = frame.Value | bits;
        space.Frames++;
        content = (byte*)PhysicalWindow.At(frame.Value);
        if (zeroed)
            PhysicalWindow.Fill(content, 0, FrameMap.FrameSize / sizeof(ulong));
        return true;
    }

    /// <summary>Zeros on demand, by entries for as much as one can stand for.</summary>
    private static ErrorCode AddZeros(ref AddressSpace space, ulong page, ulong end)
    {
        while (page < end)
        {
            bool large = page % LargePage == 0 && end - page >= LargePage;
            PageTableEntry* entry = space.Reach(page, large ? 2 : 1);
            if (entry == null)
                return ErrorCode.Memory;
            entry->Value = PageTableEntry.OnDemand;
            page += large ? LargePage : FrameMap.FrameSize;
        }

        return ErrorCode.None;
    }

    /// <summary>Writes to on-demand memory of an address space that may not be in use.</summary>
    private static bool TryWrite(ref AddressSpace space, ulong address, ReadOnlySpan<byte> bytes)
    {
        const ulong write = 1 << 1;
        while (!bytes.IsEmpty)
        {
            if (!OnDemandMemory.TryResolve(ref space, address, write))
                return false;
            ulong offset = address % FrameMap.FrameSize;
            int length = (int)Math.Min((ulong)bytes.Length, FrameMap.FrameSize - offset);
            byte* page = (byte*)PhysicalWindow.At(space.Find(address, out _)->Frame);
            bytes.Slice(0, length).CopyTo(MemoryMarshal.CreateSpan(ref page[offset], length));
            bytes = bytes.Slice(length);
            address += (ulong)length;
        }

        return true;
    }
}
