using Euralios.Std;
using Merriwig.Tests;

/// <summary>The first write to pages on demand.</summary>
internal static unsafe class Memory
{
    private const ulong Pages = 4096;
    private const ulong WordsInPage = 512;

    internal static void Run()
    {
        Expect.Done(SystemCall.TryAllocate(Pages, out MemoryChunk chunk, out Error error), error);
        ulong first = Touch(chunk);
        ulong again = Touch(chunk);

        // Of clearing the words, each is an instruction of the string instruction's.
        Program.Report("first-write", first - again, Pages);
        Program.Report("first-write-without-zeroing", first - again - (Pages * WordsInPage), Pages);
        SystemCall.TryFree(chunk, out _);
    }

    private static ulong Touch(MemoryChunk chunk)
    {
        byte* page = (byte*)chunk.Address;
        ulong start = Clock.TimeStamp;
        for (ulong i = 0; i < Pages; i++)
        {
            *page = 1;
            page += SystemCall.PageSize;
        }

        return Clock.TimeStamp - start;
    }
}
