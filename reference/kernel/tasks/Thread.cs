using System.Runtime.InteropServices;
using Merriwig.Cpu;

namespace Merriwig.Tasks;

/// <summary>What a thread that does not run waits for.</summary>
internal enum WaitKind : byte
{
    /// <summary>Nothing: it is ready, or has the processor.</summary>
    None,

    /// <summary>A moment.</summary>
    Sleep,

    /// <summary>Somebody at the rendezvous <see cref="Thread.Awaited"/>.</summary>
    Rendezvous,

    /// <summary>Somebody at any of several: <see cref="Thread.AwaitedCount"/> of them.</summary>
    AnyRendezvous,

    /// <summary>The end of the process whose rendezvous is <see cref="Thread.Awaited"/>.</summary>
    ProcessEnd,

    /// <summary>The interrupt line <see cref="Thread.Awaited"/>.</summary>
    Interrupt,

    /// <summary>A kernel thread: work.</summary>
    Work,
}

/// <summary>A thread: its registers while it does not run, and what it waits for. Threads are numbered; number 0 is the idle thread.</summary>
[StructLayout(LayoutKind.Sequential, Size = Size)]
internal unsafe struct Thread
{
    /// <summary>Bytes of a thread in its table.</summary>
    internal const int Size = 1024;

    /// <summary>The most rendezvous that a thread can wait at.</summary>
    internal const int MostAwaited = 32;

    // The context area, first; nothing but the entries and this type know what is in it.
    private fixed byte context[ContextFrames.AreaSize];

    /// <summary>The thread's id: never used again.</summary>
    internal ulong Id;

    /// <summary>When its wait is over in any case, in clocks since boot; meaningful while <see cref="DeadlinePlace"/> is not 0.</summary>
    internal ulong Deadline;

    /// <summary>Its place among the deadlines; 0 when it has none.</summary>
    internal ushort DeadlinePlace;

    /// <summary>The number of its process; 0 for the kernel's own threads.</summary>
    internal ushort Process;

    /// <summary>The next thread of the process, or of the free ones; 0 ends the list.</summary>
    internal ushort Next;

    /// <summary>The slot of its stack.</summary>
    internal ushort StackSlot;

    /// <summary>What it waits for.</summary>
    internal WaitKind Wait;

    /// <summary>It was suspended, and does not run even if it is ready.</summary>
    internal bool Suspended;

    /// <summary>It is suspended, and its wait is over.</summary>
    internal bool ReadyOnResume;

    /// <summary>How many of <see cref="AwaitedList"/> count.</summary>
    internal byte AwaitedCount;

    /// <summary>The number of what it waits for.</summary>
    internal ushort Awaited;

    /// <summary>The numbers of the rendezvous that it waits at, in the order of the call.</summary>
    internal fixed ushort AwaitedList[MostAwaited];

    /// <summary>The end of the thread's context area.</summary>
    internal static ulong ContextEnd(Thread* thread) => (ulong)thread + ContextFrames.AreaSize;

    /// <summary>The thread's registers.</summary>
    internal static InterruptFrame* Frame(Thread* thread) => (InterruptFrame*)((byte*)thread + ContextFrames.SseSize);

    /// <summary>The thread's SSE and x87 state.</summary>
    internal static byte* SseState(Thread* thread) => thread->context;

    /// <summary>Makes the registers those of a thread that has not run yet.</summary>
    internal static InterruptFrame* InitializeContext(Thread* thread) => ContextFrames.Initialize(thread->context);

    /// <summary>Makes a thread's registers those of another.</summary>
    /// <returns>The copy.</returns>
    internal static InterruptFrame* CopyContext(Thread* from, Thread* to)
    {
        ulong* source = (ulong*)from->context;
        ulong* destination = (ulong*)to->context;
        for (int i = 0; i < ContextFrames.AreaSize / sizeof(ulong); i++)
            destination[i] = source[i];
        return Frame(to);
    }
}
