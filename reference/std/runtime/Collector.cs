using System.Runtime;

namespace Euralios.Std;

/// <summary>
/// Finds what the program may still use: whatever the program's static data, its threads' stacks and their registers lead into. The other threads stand still
/// meanwhile, wherever they are; one that computes and never allocates holds nothing up.
/// </summary>
/// <remarks>The heap is the caller's, so no other thread is in the middle of an allocation.</remarks>
internal static unsafe class Collector
{
    /// <summary>A thread's stack ends at a multiple of this: reference/kernel/memory/UserLayout.cs.</summary>
    private const ulong StackSlotSize = 0x8_0000;

    private static HeapSpace* heap;

    /// <summary>Frees all objects that the program cannot reach.</summary>
    internal static void Collect(ref HeapSpace space)
    {
        fixed (HeapSpace* pointer = &space)
        {
            heap = pointer;
            MemoryChunk threads = Suspend(out ulong count);
            heap->MarkFrom((ulong)MachineCode.DataStart(), (ulong)MachineCode.DataEnd());
            MarkThreads((ThreadRecord*)threads.Address, count);
            MachineCode.SpillRegisters();
            heap->MarkReferences();
            heap->Sweep();
            SystemCall.TryResume(out _);
            Free(threads);
        }
    }

    /// <summary>The other threads stand still.</summary>
    /// <param name="count">How many there are.</param>
    /// <returns>A record of each; no memory where there are none.</returns>
    private static MemoryChunk Suspend(out ulong count)
    {
        // The first call finds out how many there are; a thread may come or go before the next.
        MemoryChunk records = default;
        ulong room = 0;
        while (!SystemCall.TrySuspend((byte*)records.Address, room, out count, out _))
        {
            Free(records);
            room = count;
            if (!SystemCall.TryAllocate(((room * (ulong)sizeof(ThreadRecord)) + SystemCall.PageSize - 1) / SystemCall.PageSize, out records, out _))
                Failure.Report("System.OutOfMemoryException", "no memory for the collector");
        }

        return records;
    }

    private static void Free(MemoryChunk records)
    {
        if (records.Address != 0)
            SystemCall.TryFree(records, out _);
    }

    private static void MarkThreads(ThreadRecord* record, ulong count)
    {
        for (; count > 0; count--, record++)
        {
            heap->MarkFrom((ulong)record, (ulong)(record + 1));
            heap->MarkFrom(record->Rsp & ~7ul, record->StackTop);
        }
    }

    /// <summary>The running thread's stack, on which the machine code has laid the registers that a caller's values may be in.</summary>
    [RuntimeExport("mark_own_stack")]
    private static void MarkOwnStack(ulong stack) => heap->MarkFrom(stack, (stack | (StackSlotSize - 1)) + 1);
}
