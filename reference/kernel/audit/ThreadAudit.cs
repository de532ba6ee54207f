using Merriwig.Ipc;
using Merriwig.Tasks;

namespace Merriwig.Auditing;

/// <summary>The queue, the threads of each process, and that whoever waits waits where it says.</summary>
internal static unsafe class ThreadAudit
{
    internal static void Run()
    {
        Queue();
        int threads = 0;
        int deadlines = 0;
        for (int number = 0; number < Threads.Capacity; number++)
        {
            if (StateOf(number) == ThreadState.Free)
                continue;
            threads++;
            deadlines += Threads.At(number)->DeadlinePlace != 0 ? 1 : 0;
            One(number);
        }

        Audit.Compare("threads in use", 0, (ulong)Threads.InUse, (ulong)threads);
        if (!Deadlines.AreInOrder(out int recorded))
            Audit.Wrong("order of deadlines", 0, 0, 0);
        Audit.Compare("deadlines", 0, (ulong)recorded, (ulong)deadlines);
        OfProcesses();
    }

    /// <summary>The ring holds just the ready threads and the idle one, and leads the same way in both directions.</summary>
    private static void Queue()
    {
        ref Schedule schedule = ref Dispatcher.Schedule;
        int queued = 0;
        int at = Schedule.Idle;
        do
        {
            int next = schedule.Entries[at].Next;
            if (schedule.Entries[next].Previous != at || ++queued > Threads.Capacity)
                Audit.Wrong("neighbours in the queue", (ulong)at, (ulong)next, schedule.Entries[next].Previous);
            if (next != Schedule.Idle && StateOf(next) != ThreadState.Ready)
                Audit.Wrong("state of a thread in the queue", (ulong)next, (ulong)StateOf(next), (ulong)ThreadState.Ready);
            at = next;
        }
        while (at != Schedule.Idle);

        int ready = 0;
        for (int number = 0; number < Threads.Capacity; number++)
        {
            ThreadState state = StateOf(number);
            ready += state == ThreadState.Ready || number == Schedule.Idle ? 1 : 0;
            if ((state == ThreadState.Running) != (number == schedule.Current))
                Audit.Wrong("who has the processor", (ulong)number, (ulong)schedule.Current, (ulong)state);
        }

        Audit.Compare("ready threads", 0, (ulong)ready, (ulong)queued);
    }

    private static void One(int number)
    {
        Thread* thread = Threads.At(number);
        ThreadState state = StateOf(number);
        bool waits = state == ThreadState.Blocked && !(thread->Suspended && thread->ReadyOnResume);
        if (waits != (thread->Wait != WaitKind.None) || (thread->Suspended && state != ThreadState.Blocked))
            Audit.Wrong("state of a thread", thread->Id, (ulong)thread->Wait, (ulong)state);
        if (thread->Suspended && Processes.At(thread->Process)->Suspender == 0)
            Audit.Wrong("suspender", thread->Id, 0, thread->Process);
        switch (thread->Wait)
        {
            case WaitKind.Rendezvous:
            case WaitKind.ProcessEnd:
                WaitsAt(number, thread->Awaited);
                break;
            case WaitKind.AnyRendezvous:
                for (int i = 0; i < thread->AwaitedCount; i++)
                    WaitsAt(number, thread->AwaitedList[i]);
                break;
            case WaitKind.Sleep:
                if (thread->DeadlinePlace == 0)
                    Audit.Wrong("deadline of a sleeper", thread->Id, 0, 1);
                break;
            case WaitKind.Interrupt:
                Audit.Compare("waiter for a line", thread->Awaited, (ulong)InterruptLines.WaiterFor(thread->Awaited), (ulong)number);
                break;
            case WaitKind.None:
                Audit.Compare("deadline of a thread that does not wait", thread->Id, thread->DeadlinePlace, 0);
                break;
        }
    }

    private static void WaitsAt(int thread, int rendezvous)
    {
        ref Rendezvous machine = ref RendezvousTable.At(rendezvous)->Machine;
        if (machine.State == RendezvousState.Empty)
            Audit.Wrong("rendezvous where a thread waits", (ulong)rendezvous, 0, (ulong)thread);
        Audit.Compare("waiter at a rendezvous", (ulong)rendezvous, machine.Waiter, (ulong)thread);
    }

    /// <summary>Every thread is in the list of its process, and in no other.</summary>
    private static void OfProcesses()
    {
        int threads = 0;
        int processes = 0;
        for (int number = 1; number < Processes.Capacity; number++)
        {
            Process* process = Processes.At(number);
            if (process->State == ProcessState.Free)
                continue;
            processes++;
            int own = 0;
            for (int thread = process->FirstThread; thread != 0 && own <= Threads.Capacity; thread = Threads.At(thread)->Next, own++)
            {
                if (Threads.At(thread)->Process != number || StateOf(thread) == ThreadState.Free)
                    Audit.Wrong("process of a thread", Threads.At(thread)->Id, Threads.At(thread)->Process, (ulong)number);
            }

            Audit.Compare("threads of a process", process->Id, process->Threads, (ulong)own);
            if ((process->State == ProcessState.Alive) != (own > 0))
                Audit.Wrong("state of a process", process->Id, (ulong)process->State, (ulong)own);
            threads += own;
        }

        const int kernelThreads = 2; // the idle one and the reaper
        Audit.Compare("threads of all processes", 0, (ulong)Threads.InUse, (ulong)threads + kernelThreads);
        Audit.Compare("processes in use", 0, (ulong)Processes.InUse, (ulong)processes);
    }

    private static ThreadState StateOf(int number) => Dispatcher.Schedule.Entries[number].State;
}
