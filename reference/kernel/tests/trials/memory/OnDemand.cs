using System;
using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Memory that exists when it is used.</summary>
internal static unsafe class OnDemand
{
    private const ulong PagesOfTable = 512;

    internal static void ReadingCostsNothing()
    {
        ulong frames = Own();
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, 4 * PagesOfTable, 0).Rdi;
        Expect.Equal(Own() - frames, 1ul); // the window's table

        // The first page that is read of 2 MiB costs a table, and no page a frame.
        for (ulong page = 0; page < 3 * PagesOfTable; page += 100)
            Expect.Equal(*(ulong*)(chunk + (page * Addresses.Page) + 8), 0ul);
        Expect.Equal(Own() - frames, 1ul + 3);
        Call.Done(SystemCallNumber.FreeMemory, chunk);
        Expect.Equal(Own(), frames);

        // A chunk that does not end with a table's pages has the last table from the start.
        chunk = Call.Done(SystemCallNumber.AllocateMemory, PagesOfTable + 1, 0).Rdi;
        Expect.Equal(Own() - frames, 2ul);
        Call.Done(SystemCallNumber.FreeMemory, chunk);
    }

    internal static void WritingCostsAFrame()
    {
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, PagesOfTable, 0).Rdi;
        *(ulong*)chunk = 1;
        Usage before = Usage.Now();
        for (ulong page = 1; page <= 50; page++)
        {
            *(ulong*)(chunk + (page * Addresses.Page)) = page;
            *(ulong*)(chunk + (page * Addresses.Page) + 4088) = page;
        }

        Usage after = Usage.Now();
        Expect.Equal(after.OwnFrames - before.OwnFrames, 50ul);
        Expect.Equal(after.Frames, before.Frames);
        for (ulong page = 1; page <= 50; page++)
            Expect.Equal(*(ulong*)(chunk + (page * Addresses.Page)), page);
        Call.Done(SystemCallNumber.FreeMemory, chunk);
        Expect.Equal(Own(), before.OwnFrames - 3); // the page, its table and the window's
    }

    internal static void ReadThenWritten()
    {
        // A page that was read shows a frame that all share: whoever writes gets another one, and the others go on seeing zeros.
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, 64, 0).Rdi;
        ulong sum = 0;
        for (ulong page = 0; page < 64; page++)
            sum += *(ulong*)(chunk + (page * Addresses.Page));
        ulong frames = Own();
        for (ulong page = 0; page < 64; page += 2)
            *(ulong*)(chunk + (page * Addresses.Page)) = page + 1;
        Expect.Equal(Own() - frames, 32ul);
        for (ulong page = 0; page < 64; page++)
            Expect.Equal(*(ulong*)(chunk + (page * Addresses.Page)), page % 2 == 0 ? page + 1 : 0);
        Expect.Equal(sum, 0ul);
    }

    internal static void IsZeroAtFirst()
    {
        // The frames were somebody's, and full.
        for (int round = 0; round < 3; round++)
        {
            Segments.MakeFramesDirty();
            ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, 400, 0).Rdi;
            for (ulong page = 0; page < 400; page++)
            {
                ulong* words = (ulong*)(chunk + (page * Addresses.Page));
                words[511] = 0;
                ulong all = 0;
                for (int i = 0; i < 512; i++)
                    all |= words[i];
                Expect.Equal(all, 0ul);
                words[round] = ulong.MaxValue;
            }

            Call.Done(SystemCallNumber.FreeMemory, chunk);
        }
    }

    internal static void Decommitted()
    {
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, 64, 0).Rdi;
        for (ulong page = 0; page < 64; page++)
            *(ulong*)(chunk + (page * Addresses.Page)) = 7;
        Usage before = Usage.Now();
        Call.Done(SystemCallNumber.Decommit, chunk + (10 * Addresses.Page), 20);

        // At once: frames are back, and the processor has forgotten the pages.
        Usage after = Usage.Now();
        Expect.Equal(before.OwnFrames - after.OwnFrames, 20ul);
        Expect.Equal(after.Frames, before.Frames);
        for (ulong page = 0; page < 64; page++)
            Expect.Equal(*(ulong*)(chunk + (page * Addresses.Page)), page is >= 10 and < 30 ? 0ul : 7ul);

        // They can be used again, and given back although they were only read, or not touched at all.
        *(ulong*)(chunk + (10 * Addresses.Page)) = 8;
        Expect.Equal(Own() - after.OwnFrames, 1ul);
        Call.Done(SystemCallNumber.Decommit, chunk + (10 * Addresses.Page), 20);
        Call.Done(SystemCallNumber.Decommit, chunk + (10 * Addresses.Page), 20);
        Expect.Equal(Own(), after.OwnFrames);
        Expect.Equal(*(ulong*)(chunk + (10 * Addresses.Page)), 0ul);
        Call.Done(SystemCallNumber.FreeMemory, chunk);
    }

    internal static void DecommittedInLargePieces()
    {
        // Over tables that are there and parts that nobody touched.
        const ulong pages = 16 * PagesOfTable;
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, pages, 0).Rdi;
        for (ulong page = 3; page < pages; page += 1000)
            *(ulong*)(chunk + (page * Addresses.Page)) = page;
        Usage before = Usage.Now();
        Call.Done(SystemCallNumber.Decommit, chunk + (2 * Addresses.Page), pages - 3);
        Usage after = Usage.Now();
        Expect.Equal(before.OwnFrames - after.OwnFrames, 9ul);
        for (ulong page = 3; page < pages; page += 1000)
            Expect.Equal(*(ulong*)(chunk + (page * Addresses.Page)), 0ul);
        Call.Done(SystemCallNumber.FreeMemory, chunk);

        // The account of the chunk is right: what is sent away and given back is what there is.
        Expect.Equal(Usage.Now().Frames, before.Frames);
    }

    internal static void DecommittedStack()
    {
        // Whole pages in the middle of the stack that is in use.
        byte* area = stackalloc byte[8 * 4096];
        byte* page = (byte*)(((ulong)area + 4095) & ~4095ul);
        page[0] = 5;
        page[4096] = 6;
        ulong frames = Own();
        Call.Done(SystemCallNumber.Decommit, (ulong)page, 2);
        Expect.Equal(frames - Own(), 2ul);
        Expect.Equal((int)page[0], 0);
        Expect.Equal((int)page[4096], 0);
    }

    internal static void HeapFromEndToEnd()
    {
        // In machine code, because this program's own heap is its library's. The program adds up what it reads at the heap's first byte, in its middle and
        // at its end: zeros; then 1, 2 and 4, which it wrote; then the last one after it gave the page back, and that call's error.
        byte[] code =
        [
            0x31, 0xED, 0x48, 0x89, 0xC3, 0x4C, 0x8D, 0x24, 0x08, 0x49, 0x89, 0xCD,
            0x49, 0xD1, 0xED, 0x49, 0x01, 0xC5, 0x40, 0x02, 0x2B, 0x41, 0x02, 0x6D,
            0x00, 0x41, 0x02, 0x6C, 0x24, 0xFF, 0xC6, 0x03, 0x01, 0x41, 0xC6, 0x45,
            0x00, 0x02, 0x41, 0xC6, 0x44, 0x24, 0xFF, 0x04, 0x40, 0x02, 0x2B, 0x41,
            0x02, 0x6D, 0x00, 0x41, 0x02, 0x6C, 0x24, 0xFF, 0x49, 0x8D, 0xBC, 0x24,
            0x00, 0xF0, 0xFF, 0xFF, 0xBE, 0x01, 0x00, 0x00, 0x00, 0xB8, 0x1B, 0x00,
            0x00, 0x00, 0x0F, 0x05, 0x40, 0x00, 0xC5, 0x41, 0x02, 0x6C, 0x24, 0xFF,
            0x89, 0xEF, 0xB8, 0x01, 0x00, 0x00, 0x00, 0x0F, 0x05,
        ];
        Expect.Equal(Children.Await(Exec.Start(ElfFile.Make(ElfPart.OfCode(code)))).Status, 7);

        // An array costs what is written of it.
        ulong frames = Own();
        byte[] large = new byte[10 << 20];
        large[5 << 20] = 1;
        Expect.Equal((int)large[^1], 0);
        Expect.True(Own() - frames < 40, "an array that nobody wrote to costs frames");
    }

    internal static void BeyondTheHeap()
    {
        Child.ExpectFault("beyond-heap", 14);
        Child.ExpectFault("before-heap", 14);
    }

    /// <summary>The part of a child that writes behind its heap.</summary>
    internal static int WriteBeyond(ulong address)
    {
        *(byte*)address = 1;
        return 0;
    }

    private static ulong Own() => Usage.Now().OwnFrames;
}
