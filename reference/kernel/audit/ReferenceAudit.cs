using Merriwig.Ipc;
using Merriwig.Memory;
using Merriwig.Tasks;
using Merriwig.Vfs;

namespace Merriwig.Auditing;

/// <summary>
/// References to rendezvous, counted anew: from handle tables, messages on their way and processes whose end is awaited; and from mounts. And that
/// whoever a rendezvous says waits does.
/// </summary>
internal static unsafe class ReferenceAudit
{
    private static uint* handles;
    private static uint* receivers;
    private static ushort* mounts;
    private static ushort* users;

    /// <summary>Takes memory for a counter for each rendezvous and mount table.</summary>
    internal static bool TryInitialize()
    {
        handles = (uint*)KernelTables.Allocate(RendezvousTable.Capacity * sizeof(uint));
        receivers = (uint*)KernelTables.Allocate(RendezvousTable.Capacity * sizeof(uint));
        mounts = (ushort*)KernelTables.Allocate(RendezvousTable.Capacity * sizeof(ushort));
        users = (ushort*)KernelTables.Allocate(MountTables.Capacity * sizeof(ushort));
        return handles != null && receivers != null && mounts != null && users != null;
    }

    internal static void Run()
    {
        Clear();
        Audit.Compare("mounts", 0, MountTables.MountCapacity - 1, (ulong)MountTables.CountReferences(mounts));
        OfProcesses();
        for (int number = 1; number < RendezvousTable.End; number++)
            OfMessage(RendezvousTable.At(number)->Machine);
        int used = 0;
        for (int number = 1; number < RendezvousTable.End; number++)
        {
            ref Rendezvous machine = ref RendezvousTable.At(number)->Machine;
            used += machine.Handles + machine.Mounts > 0 ? 1 : 0;
            Audit.Compare("references by handles", (ulong)number, machine.Handles, handles[number]);
            Audit.Compare("references by mounts", (ulong)number, machine.Mounts, mounts[number]);
            One(number);
        }

        Audit.Compare("rendezvous in use", 0, (ulong)RendezvousTable.InUse, (ulong)used);
        for (int number = 1; number < MountTables.Capacity; number++)
            Audit.Compare("users of a mount table", (ulong)number, (ulong)MountTables.UsersOf(number), users[number]);
    }

    private static void Clear()
    {
        for (int number = 0; number < RendezvousTable.Capacity; number++)
        {
            handles[number] = 0;
            receivers[number] = 0;
            mounts[number] = 0;
        }

        for (int number = 0; number < MountTables.Capacity; number++)
            users[number] = 0;
    }

    private static void OfProcesses()
    {
        uint all = 0;
        for (int number = 1; number < Processes.Capacity; number++)
        {
            Process* process = Processes.At(number);
            if (process->State == ProcessState.Free)
                continue;
            handles[process->EndRendezvous]++;
            if (process->State != ProcessState.Alive)
                continue;
            users[process->Mounts]++;
            if (!HandleTable.IsSound(process->Handles))
                Audit.Wrong("free handles", process->Id, 0, 0);
            for (uint handle = 0; handle < HandleTable.Capacity; handle++)
            {
                if (!HandleTable.TryGet(process->Handles, handle, out ushort rendezvous))
                    continue;
                handles[rendezvous]++;
                receivers[rendezvous] += HandleTable.IsReceiver(process->Handles, handle) ? 1u : 0;
                all++;
            }
        }

        Audit.Compare("handles in use", 0, HandleTable.InUse, all);
    }

    private static void OfMessage(in Rendezvous machine)
    {
        if (machine.State is not (RendezvousState.Sending or RendezvousState.SendReceiving))
            return;
        if (machine.Message.FirstKind == ItemKind.Rendezvous)
            handles[machine.Message.First]++;
        if (machine.Message.SecondKind == ItemKind.Rendezvous)
            handles[machine.Message.Second]++;
    }

    private static void One(int number)
    {
        RendezvousEntry* entry = RendezvousTable.At(number);
        ref Rendezvous machine = ref entry->Machine;
        if (entry->IsChanged)
            Audit.Wrong("a reference that went away and was not seen to", (ulong)number, 1, 0);
        if (machine.State != RendezvousState.Empty)
            Waiter(number, machine);
        if (machine.Handles + machine.Mounts == 0)
            return;
        if (entry->EndOf != 0)
            Audit.Compare("rendezvous of a process's end", (ulong)number, Processes.At(entry->EndOf)->EndRendezvous, (ulong)number);
        Audit.Compare("handles of receivers", (ulong)number, entry->Receivers, receivers[number]);
        if (entry->IsOrphaned)
            Audit.Compare("handles of receivers where nobody is to receive", (ulong)number, entry->Receivers, 0);
    }

    private static void Waiter(int number, in Rendezvous machine)
    {
        if (machine.Handles + machine.Mounts == 0)
            Audit.Wrong("state of a rendezvous that is free", (ulong)number, (ulong)machine.State, 0);
        if (machine.Waiter == Rendezvous.Nobody)
        {
            Audit.Compare("state of a rendezvous with a posted message", (ulong)number, (ulong)machine.State, (ulong)RendezvousState.Sending);
            return;
        }

        Thread* waiter = Threads.At(machine.Waiter);
        bool waits = waiter->Wait is WaitKind.Rendezvous or WaitKind.ProcessEnd && waiter->Awaited == number;
        for (int i = 0; waiter->Wait == WaitKind.AnyRendezvous && i < waiter->AwaitedCount; i++)
            waits |= waiter->AwaitedList[i] == number;
        if (!waits || Dispatcher.Schedule.Entries[machine.Waiter].State != ThreadState.Blocked)
            Audit.Wrong("what a waiter waits for", (ulong)number, machine.Waiter, (ulong)waiter->Wait);
        if (machine.State == RendezvousState.Receiving
            && machine.Partner != Rendezvous.Nobody
            && Dispatcher.Schedule.Entries[machine.Partner].State == ThreadState.Free)
            Audit.Wrong("partner of a receiver", (ulong)number, machine.Partner, 0);
    }
}
