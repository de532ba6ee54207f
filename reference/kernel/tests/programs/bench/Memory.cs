using Euralios.Std;
using Merriwig.Tests;

/// <summary>The first write to pages on demand.</summary>
internal static unsafe class Memory
{
    private const ulong Pages = 4096;
    private const ulong WordsInPage = 512;

    // The upper part of the heap, which the library has not come to.
    private const ulong UnusedHeap = 0x280_3000_0000;

    internal static void Run()
    {
        Expect.Done(SystemCall.TryAllocate(Pages, out MemoryChunk chunk, out Error error), error);
        Write("chunk", chunk.Address);
        SystemCall.TryFree(chunk, out _);
        Write("heap", UnusedHeap);
        Expect.Done(SystemCall.TryDecommit((void*)UnusedHeap, Pages, out error), error);
    }

    /// <summary>Clearing a page takes an instruction a word, of the string instruction that does it; the kernel's own work is all else.</summary>
    private static void Write(string name, ulong address)
    {
        ulong first = Touch(address);
        ulong again = Touch(address);
        Program.Report("first-write-" + name, first - again - (Pages * WordsInPage), Pages);
    }

    private static ulong Touch(ulong address)
    {
        byte* page = (byte*)address;
        ulong start = Clock.TimeStamp;
        for (ulong i = 0; i < Pages; i++)
        {
            *page = 1;
            page += SystemCall.PageSize;
        }

        return Clock.TimeStamp - start;
    }
}
