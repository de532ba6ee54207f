using System.Runtime.CompilerServices;
using Merriwig.Cpu;
using Merriwig.Memory;

namespace Merriwig.Tasks;

/// <summary>The table of all threads.</summary>
internal static unsafe class Threads
{
    /// <summary>The most threads, the kernel's own included.</summary>
    internal const int Capacity = 1024;

    private const ulong InterruptsOn = 1 << 9;
    private const ulong AlwaysOne = 1 << 1;

    private static Thread* table;
    private static ushort firstFree;
    private static ulong lastId;

    /// <summary>Threads that there are.</summary>
    internal static int InUse { get; private set; }

    /// <summary>A thread by its number, which is below <see cref="Capacity"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Thread* At(int number) => table + number;

    /// <summary>Takes memory for the table.</summary>
    internal static bool TryInitialize()
    {
        table = (Thread*)KernelTables.Allocate(Capacity * Thread.Size);
        if (table == null)
            return false;
        for (int number = Capacity - 1; number > 0; number--)
        {
            table[number].Next = firstFree;
            firstFree = (ushort)number;
        }

        return true;
    }

    /// <summary>A new thread with an id and nothing else; it is not scheduled yet.</summary>
    /// <returns>False when the table is full.</returns>
    internal static bool TryCreate(out int number)
    {
        number = firstFree;
        if (number == 0)
            return false;
        Thread* thread = table + number;
        firstFree = thread->Next;
        *thread = default;
        thread->Id = ++lastId;
        InUse++;
        return true;
    }

    /// <summary>The thread is no more.</summary>
    internal static void Free(int number)
    {
        Deadlines.Cancel(number);
        Thread* thread = table + number;
        thread->Next = firstFree;
        firstFree = (ushort)number;
        InUse--;
    }

    /// <summary>Makes the idle thread, number 0: it halts the processor until something happens.</summary>
    internal static bool TryCreateIdle()
    {
        table[Schedule.Idle].Id = ++lastId;
        InUse++;
        return TryPrepareKernelThread(Schedule.Idle, &Idle);
    }

    /// <summary>Makes a thread of the kernel's, which waits for work at first.</summary>
    /// <param name="body">What it runs, with interrupts off at first; never returns.</param>
    /// <param name="number">Its number.</param>
    internal static bool TryCreateKernelThread(delegate*<void> body, out int number)
    {
        if (!TryCreate(out number) || !TryPrepareKernelThread(number, body))
            return false;
        table[number].Wait = WaitKind.Work;
        Dispatcher.Schedule.Entries[number].State = ThreadState.Blocked;
        return true;
    }

    private static bool TryPrepareKernelThread(int number, delegate*<void> body)
    {
        ulong stack = KernelTables.AllocateStack();
        InterruptFrame* frame = Thread.InitializeContext(table + number);
        frame->Rip = (ulong)body;
        frame->Cs = DescriptorTables.KernelCode;
        frame->Ss = DescriptorTables.KernelData;
        frame->Rsp = stack - sizeof(ulong); // as after a call
        frame->Rflags = AlwaysOne;
        return stack != 0;
    }

    /// <summary>Makes the registers those with which a program starts.</summary>
    internal static InterruptFrame* PrepareProgram(Thread* thread, ulong entry, ulong stack)
    {
        InterruptFrame* frame = Thread.InitializeContext(thread);
        frame->Rip = entry;
        frame->Cs = DescriptorTables.UserCode;
        frame->Ss = DescriptorTables.UserData;
        frame->Rsp = stack;
        frame->Rflags = AlwaysOne | InterruptsOn;
        return frame;
    }

    private static void Idle()
    {
        while (true)
            Processor.WaitForInterrupt();
    }
}
