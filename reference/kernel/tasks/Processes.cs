using System;
using System.Runtime.CompilerServices;
using Merriwig.Memory;

namespace Merriwig.Tasks;

/// <summary>The table of all processes.</summary>
internal static unsafe class Processes
{
    /// <summary>The most processes; number 0 stands for the kernel.</summary>
    internal const int Capacity = 256;

    private static Process* table;

    /// <summary>Processes that there are, those that are ending included.</summary>
    internal static int InUse { get; private set; }

    /// <summary>A process by its number, which is below <see cref="Capacity"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Process* At(int number) => table + number;

    /// <summary>Takes memory for the table.</summary>
    internal static bool TryInitialize()
    {
        table = (Process*)KernelTables.Allocate((ulong)(Capacity * sizeof(Process)));
        return table != null;
    }

    /// <summary>A process with an address space that holds nothing but the page of kernel information.</summary>
    /// <returns>False when the table is full or there is no memory.</returns>
    internal static bool TryCreate(out int number)
    {
        for (number = 1; number < Capacity; number++)
        {
            if (table[number].State != ProcessState.Free)
                continue;
            Process* process = table + number;
            *process = default;
            if (!AddressSpace.TryCreate(Clock.PageFrame, out process->Space))
                return false;
            process->State = ProcessState.Alive;
            InUse++;
            return true;
        }

        return false;
    }

    /// <summary>The process is no more; its memory is given back already.</summary>
    internal static void Free(int number)
    {
        table[number].State = ProcessState.Free;
        InUse--;
    }

    /// <summary>Adds a thread to a process, with a stack. It is not scheduled yet.</summary>
    internal static bool TryAddThread(int number, out int thread)
    {
        Process* process = table + number;
        thread = 0;
        if (!process->TryTakeStackSlot(out int slot))
            return false;
        if (!ThreadStacks.TryCreate(ref process->Space, slot))
        {
            process->ReturnStackSlot(slot);
            return false;
        }

        if (!Threads.TryCreate(out thread))
        {
            ThreadStacks.Remove(ref process->Space, slot);
            process->ReturnStackSlot(slot);
            return false;
        }

        Thread* added = Threads.At(thread);
        added->Process = (ushort)number;
        added->StackSlot = (ushort)slot;
        added->Next = process->FirstThread;
        process->FirstThread = (ushort)thread;
        process->Threads++;
        return true;
    }

    /// <summary>Takes a thread, which is out of the schedule, from its process, and its stack with it.</summary>
    internal static void RemoveThread(int thread)
    {
        Thread* removed = Threads.At(thread);
        Process* process = table + removed->Process;
        ushort* link = &process->FirstThread;
        while (*link != thread)
            link = &Threads.At(*link)->Next;
        *link = removed->Next;
        process->Threads--;
        ThreadStacks.Remove(ref process->Space, removed->StackSlot);
        process->ReturnStackSlot(removed->StackSlot);
        Threads.Free(thread);
    }

    /// <summary>Names a process after the path of its program: the last part, cut to what fits.</summary>
    internal static void Name(Process* process, ReadOnlySpan<byte> path)
    {
        int start = path.Length;
        while (start > 0 && path[start - 1] != (byte)'/')
            start--;
        ReadOnlySpan<byte> name = path.Slice(start);
        Span<byte> bytes = process->Name;
        bytes.Clear();
        name.Slice(0, Math.Min(name.Length, bytes.Length)).CopyTo(bytes);
    }
}
