using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>Memory that was given back.</summary>
internal static unsafe class Freed
{
    /// <summary>Pages of a chunk that takes many steps.</summary>
    private const ulong ManyPages = 12_000;

    internal static void Faults()
    {
        // Written to just before, so that the processor remembers it; read and written afterwards.
        foreach (string part in (string[])["freed-write", "freed-read"])
            Child.ExpectFault(part, 14);
    }

    /// <summary>The part of a child that uses a chunk which it gave back.</summary>
    internal static int Use(bool write)
    {
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, 1, 0).Rdi;
        Sequence.Start();
        *(ulong*)chunk = 1;
        Call.Done(SystemCallNumber.FreeMemory, chunk);
        if (write)
            *(ulong*)chunk = 2;
        return (int)*(ulong*)chunk;
    }

    internal static void InSteps()
    {
        Usage before = Usage.Now();
        ulong chunk = Touched(ManyPages);

        // The call does a step; the rest is done while others run too.
        Sequence.Start();
        ulong start = Clock.TimeStamp;
        Call.Done(SystemCallNumber.FreeMemory, chunk);
        ulong length = Clock.TimeStamp - start;
        Usage some = Usage.Now();
        Expect.True(some.Frames < before.Frames && some.Frames > before.Frames - ManyPages);
        Call.Fails(Error.DoubleFree, SystemCallNumber.FreeMemory, chunk);
        SystemCall.Sleep(100_000);
        Usage.ExpectAs(before);

        // A small chunk is given back at once.
        chunk = Touched(500);
        start = Clock.TimeStamp;
        Call.Done(SystemCallNumber.FreeMemory, chunk);
        Expect.True(length < 4 * (Clock.TimeStamp - start), "giving a large chunk back takes much longer than a small one");
        Usage.ExpectAs(before);
    }

    internal static void AtTheEnd() => Touched(ManyPages);

    internal static void InAnotherOrder()
    {
        // Several large ones wait for their steps; a new chunk is made meanwhile.
        Usage before = Usage.Now();
        ulong[] chunks = [Touched(3000), Touched(2000), Touched(4000), Touched(1500)];
        foreach (int number in (int[])[2, 0, 3, 1])
            Call.Done(SystemCallNumber.FreeMemory, chunks[number]);
        ulong next = Touched(100);
        for (ulong page = 0; page < 100; page++)
            Expect.Equal(*(ulong*)(next + (page * Addresses.Page)), page + 1);
        Call.Done(SystemCallNumber.FreeMemory, next);
        SystemCall.Sleep(100_000);
        Usage.ExpectAs(before);
    }

    internal static void BehindAChunk()
    {
        Child.ExpectFault("behind-chunk", 14);
        Child.ExpectFault("behind-table", 14);
    }

    /// <summary>The part of a child that writes to the page after a chunk's last.</summary>
    internal static int UseBehind(ulong pages)
    {
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, pages, 0).Rdi;
        *(ulong*)(chunk + ((pages - 1) * Addresses.Page)) = 1;
        *(ulong*)(chunk + (pages * Addresses.Page)) = 1;
        return 0;
    }

    private static ulong Touched(ulong pages)
    {
        ulong chunk = Call.Done(SystemCallNumber.AllocateMemory, pages, 0).Rdi;
        for (ulong page = 0; page < pages; page++)
            *(ulong*)(chunk + (page * Addresses.Page)) = page + 1;
        return chunk;
    }
}
