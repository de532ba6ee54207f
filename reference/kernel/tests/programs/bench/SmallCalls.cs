using Euralios.Std;
using Merriwig.Tests;

/// <summary>Calls that concern nobody but the caller.</summary>
internal static class SmallCalls
{
    private const ulong Rounds = 1000;

    internal static void Run()
    {
        // Twice: what is measured is the second time.
        var nothing = new SystemCallRegisters { Rax = (ulong)SystemCallNumber.DebugWrite };
        Measure.Calls([nothing], Rounds, out _);
        Program.Report("null-call", Measure.Calls([nothing], Rounds, out Error error), Rounds);
        Expect.Equal((ulong)error, 0);

        // Nobody else is ready, so it is the caller's turn again.
        var yield = new SystemCallRegisters { Rax = (ulong)SystemCallNumber.Yield };
        Program.Report("yield-alone", Measure.Calls([yield], Rounds, out _), Rounds);

        Measure.Forks(1);
        Program.Report("fork-yield-exit", Measure.Forks(Rounds), Rounds);
        ThreeConsecutive();
    }

    /// <summary>Three pages one after the other, and back. The address is always the same one: the lowest window that is free.</summary>
    private static void ThreeConsecutive()
    {
        Expect.Done(SystemCall.TryAllocate(3, ulong.MaxValue, out MemoryChunk chunk, out _, out Error error), error);
        Expect.Done(SystemCall.TryFree(chunk, out error), error);
        var allocate = new SystemCallRegisters { Rax = (ulong)SystemCallNumber.AllocateMemory, Rdi = 3, Rsi = ulong.MaxValue };
        var free = new SystemCallRegisters { Rax = (ulong)SystemCallNumber.FreeMemory, Rdi = chunk.Address };
        Program.Report("malloc-3-free", Measure.Calls([allocate, free], Rounds, out error), Rounds);
        Expect.Equal((ulong)error, 0);
    }
}
