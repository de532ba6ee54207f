using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Arguments of the calls about memory.</summary>
internal static unsafe class MemoryArguments
{
    /// <summary>A window of 1 GiB, but for the last 4 MiB.</summary>
    private const ulong MostPages = 510 * 512;

    private const ulong MostConsecutive = 4096;

    internal static void OfMalloc()
    {
        Usage before = Usage.Now();
        foreach (ulong pages in (ulong[])[0, MostPages + 1, 1 << 18, (1 << 18) + 1, 1ul << 32, (1ul << 32) + 1, 1ul << 52, 1ul << 63, ulong.MaxValue])
            Fails(pages, 0);
        foreach (ulong pages in (ulong[])[0, MostConsecutive + 1, 1ul << 32, (1ul << 32) + 1, (1ul << 52) + 1, ulong.MaxValue])
            Fails(pages, ulong.MaxValue);

        // No frame lies so low: the first MiB is nobody's.
        foreach (ulong limit in (ulong[])[1, 4094, 4095, 4096, 0xF_FFFF, 0x10_0FFE])
            Fails(1, limit);
        Usage.ExpectAs(before);

        // The lowest window each time; the largest chunk costs a table.
        ulong frames = Usage.Now().OwnFrames;
        SystemCallRegisters large = Call.Done(SystemCallNumber.AllocateMemory, MostPages, 0);
        Expect.Equal(large.Rdi, Addresses.Chunks);
        Expect.Equal(large.Rsi, 0ul);
        Expect.Equal(Usage.Now().OwnFrames, frames + 1);
        SystemCallRegisters small = Call.Done(SystemCallNumber.AllocateMemory, 1, 0xFFFF_FFFF);
        Expect.Equal(small.Rdi, Addresses.Chunks + Addresses.ChunkWindow);
        Expect.True(small.Rsi > 0 && small.Rsi % Addresses.Page == 0);
        *(byte*)(large.Rdi + (MostPages * Addresses.Page) - 1) = 1;
        Call.Done(SystemCallNumber.FreeMemory, large.Rdi);
        Expect.Equal(Call.Done(SystemCallNumber.AllocateMemory, 1, 0).Rdi, Addresses.Chunks);
        Call.Done(SystemCallNumber.FreeMemory, Addresses.Chunks);
        Call.Done(SystemCallNumber.FreeMemory, small.Rdi);
        Usage.ExpectAs(before);
    }

    internal static void OfFree()
    {
        // Not in a window, whether there is memory or not; and in one that is empty.
        foreach (ulong address in (ulong[])[0, 1, Addresses.Code, Addresses.Information, Addresses.StacksStart, Addresses.Heap, Addresses.Chunks - 1, Addresses.End, 0x7FFF_FFFF_FFFF])
            Call.Fails(Error.Parameter, SystemCallNumber.FreeMemory, address);
        foreach (ulong address in (ulong[])[0x8000_0000_0000, 0x8000_0280_4000_0000, 0xFFFF_7FFF_FFFF_FFFF, 0xFFFF_8000_0000_0000, 0xFFFF_8280_4000_0000, ulong.MaxValue])
            Call.Fails(Error.Parameter, SystemCallNumber.FreeMemory, address);
        foreach (ulong address in (ulong[])[Addresses.Chunks, Addresses.Chunks + 12345, Addresses.Chunks + Addresses.ChunkWindow, Addresses.End - 1])
            Call.Fails(Error.DoubleFree, SystemCallNumber.FreeMemory, address);

        // Any address in the window means the chunk.
        foreach (ulong offset in (ulong[])[0, 1, Addresses.Page, Addresses.ChunkWindow - 1])
        {
            ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, 3, 0).Rdi;
            *(ulong*)chunk = 1;
            Call.Done(SystemCallNumber.FreeMemory, chunk + offset);
            Call.Fails(Error.DoubleFree, SystemCallNumber.FreeMemory, chunk + offset);
        }
    }

    internal static void OfDecommit()
    {
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, 1000, 0).Rdi;
        ulong fixedFrames = Call.Done(SystemCallNumber.AllocateMemory, 4, ulong.MaxValue).Rdi;
        *(ulong*)fixedFrames = 7;
        foreach (ulong pages in (ulong[])[0, 16_385, 1ul << 32, (1ul << 32) + 1, 1ul << 52, ulong.MaxValue])
            Call.Fails(Error.Parameter, SystemCallNumber.Decommit, chunk, pages);
        foreach (ulong offset in (ulong[])[1, 8, 4095])
            Call.Fails(Error.Parameter, SystemCallNumber.Decommit, chunk + offset, 1);
        foreach (ulong bad in Addresses.Bad)
            Call.Fails(Error.Parameter, SystemCallNumber.Decommit, bad & ~0xFFFul, 1);

        // Memory that did not come on demand, beginning or end of the range outside, and across two regions.
        *(ulong*)(chunk + (999 * Addresses.Page)) = 5;
        foreach (ulong address in (ulong[])[Addresses.Code, Addresses.Information, fixedFrames, fixedFrames + Addresses.Page])
            Call.Fails(Error.Parameter, SystemCallNumber.Decommit, address, 1);
        Call.Fails(Error.Parameter, SystemCallNumber.Decommit, chunk + (999 * Addresses.Page), 2);
        Call.Fails(Error.Parameter, SystemCallNumber.Decommit, chunk, 1001);
        Call.Fails(Error.Parameter, SystemCallNumber.Decommit, Addresses.HeapEnd - Addresses.Page, 2);
        Call.Fails(Error.Parameter, SystemCallNumber.Decommit, Addresses.StacksStart + Addresses.StackSlot - Addresses.StackSize - Addresses.Page, 2);
        Expect.Equal(*(ulong*)fixedFrames, 7ul);
        Expect.Equal(*(ulong*)(chunk + (999 * Addresses.Page)), 5ul);
        Call.Done(SystemCallNumber.Decommit, chunk, 1000);
        Expect.Equal(*(ulong*)(chunk + (999 * Addresses.Page)), 0ul);
        Call.Done(SystemCallNumber.Decommit, Addresses.HeapEnd - (16_384 * Addresses.Page), 16_384);
    }

    private static void Fails(ulong pages, ulong limit)
    {
        SystemCallRegisters none = Call.Fails(Error.Memory, SystemCallNumber.AllocateMemory, pages, limit, 9);
        Expect.Equal(none.Rdi | none.Rsi | none.Rdx, 0ul);
    }
}
