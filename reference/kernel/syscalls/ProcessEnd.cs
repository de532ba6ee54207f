using Merriwig.Abi;
using Merriwig.Ipc;
using Merriwig.Tasks;
using Merriwig.Tracing;
using Merriwig.Vfs;

namespace Merriwig.Syscalls;

/// <summary>
/// How threads and processes end. At once: a process's threads are gone, whoever waited for one of them is told, its handles and mounts are closed. Its
/// memory is given back in steps, the first at once and others by the reaper. Last, its end is reported: whoever waits for it finds
/// everything as it was before the process.
/// </summary>
internal static unsafe class ProcessEnd
{
    /// <summary>The most frames that are given back in one go.</summary>
    private const int ReleaseBudget = 1024;

    private static ushort firstEnding;

    /// <summary>The first process: when it ends the system does.</summary>
    internal static ushort First;

    /// <summary>What happens when the first process has ended.</summary>
    internal static delegate*<Process*, void> Shutdown;

    /// <summary>The running thread ends, and with the last thread its process.</summary>
    internal static void EndThread(ulong status)
    {
        int thread = Dispatcher.RunningNumber;
        ushort number = Dispatcher.Running->Process;
        Process* process = Processes.At(number);
        if (process->Threads == 1)
        {
            End(number, EndReason.Exited, status, 0);
            return;
        }

        if (process->Suspender == thread)
            SuspendCalls.Resume(process);
        BreakReplies(number, thread);
        if (Trace.IsOn(Subsystem.Process))
            Trace.Event("process.thread-exit").Number("thread", Dispatcher.Running->Id).Number("status", status).End();
        Dispatcher.Remove(thread);
        Processes.RemoveThread(thread);
    }

    /// <summary>A process ends, whatever its threads do. Nothing happens if it is ending already.</summary>
    /// <param name="number">The process.</param>
    /// <param name="reason">Why.</param>
    /// <param name="status">Its status.</param>
    /// <param name="vector">The exception, if it was one.</param>
    internal static void End(ushort number, EndReason reason, ulong status, byte vector)
    {
        Process* process = Processes.At(number);
        if (process->State != ProcessState.Alive)
            return;
        process->State = ProcessState.Ending;
        process->Reason = reason;
        process->Status = status;
        process->Vector = vector;
        if (Trace.IsOn(Subsystem.Process))
            Report("process.ending", process);
        BreakReplies(number, thread: 0);
        EndThreads(process);
        CloseHandles(process);
        MountTables.Release(process->Mounts);
        for (int other = 1; other < Processes.Capacity; other++)
        {
            if (Processes.At(other)->Parent == process->Id)
                Processes.At(other)->Parent = process->Parent;
        }

        RendezvousTable.SettleReferences();
        if (process->Space.Release(ReleaseBudget))
        {
            Complete(number);
            return;
        }

        process->NextEnding = firstEnding;
        firstEnding = number;
        Reaper.Wake();
    }

    /// <summary>Goes on with what could not be given back at once: the reaper's work.</summary>
    /// <returns>Whether there is more.</returns>
    internal static bool Continue()
    {
        ChunkRelease.Continue();
        ushort number = firstEnding;
        if (number != 0)
        {
            ushort next = Processes.At(number)->NextEnding;
            if (Processes.At(number)->Space.Release(ReleaseBudget))
            {
                firstEnding = next;
                Complete(number);
                RendezvousTable.SettleReferences();
            }
        }

        return firstEnding != 0 || ChunkRelease.IsPending;
    }

    /// <summary>Nothing of the process is left but its end, which is reported now.</summary>
    private static void Complete(ushort number)
    {
        Process* process = Processes.At(number);
        if (Trace.IsOn(Subsystem.Process))
            Report("process.end", process);
        if (number == First)
            Shutdown(process);
        ushort end = process->EndRendezvous;
        if (end != 0)
        {
            RendezvousEntry* entry = RendezvousTable.At(end);
            entry->EndOf = 0;
            Message message = Message.Short(MessageTags.ProcessEnded, process->Status, (ulong)process->Reason | ((ulong)process->Vector << 8));
            Exchange.Send(ref entry->Machine, Rendezvous.Nobody, message, out Transition transition);
            Delivery.Conclude(end, ref transition);
            RendezvousTable.ReleaseHandle(end);
        }

        Processes.Free(number);
    }

    private static void Report(string name, Process* process) =>
        Trace.Event(name).Number("process", process->Id).Number("reason", (ulong)process->Reason)
            .Number("status", process->Status).Number("vector", process->Vector).End();

    private static void EndThreads(Process* process)
    {
        while (process->FirstThread != 0)
        {
            int thread = process->FirstThread;
            Thread* ended = Threads.At(thread);
            process->FirstThread = ended->Next;
            process->Threads--;
            if (ended->Wait == WaitKind.Interrupt)
                InterruptLines.Forget(ended->Awaited);
            Delivery.Withdraw(thread, except: 0);
            Dispatcher.Remove(thread);
            Threads.Free(thread);
        }
    }

    private static void CloseHandles(Process* process)
    {
        for (uint handle = 0; handle < HandleTable.Capacity; handle++)
        {
            if (HandleTable.TryGet(process->Handles, handle, out _))
                HandleTable.Close(process->Handles, handle);
        }

        HandleTable.Free(process->Handles);
    }

    /// <summary>Whoever waits for the reply of a thread that ends, or of any thread of a process that ends, waits no longer.</summary>
    private static void BreakReplies(ushort process, int thread)
    {
        for (int number = 1; number < RendezvousTable.End; number++)
        {
            RendezvousEntry* entry = RendezvousTable.At(number);
            if (Ends(entry->Debtor, process, thread))
                entry->Debtor = 0;
            ref Rendezvous machine = ref entry->Machine;
            if (machine.State == RendezvousState.Receiving && Ends(machine.Partner, process, thread))
                Break((ushort)number);
        }
    }

    private static bool Ends(ushort partner, ushort process, int thread) => partner != Rendezvous.Nobody
        && (thread == 0 ? Threads.At(partner)->Process == process : partner == thread);

    private static void Break(ushort number)
    {
        Transition transition = default;
        Exchange.Break(ref RendezvousTable.At(number)->Machine, ref transition);
        Delivery.Conclude(number, ref transition);
    }
}
