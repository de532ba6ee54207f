using System.Runtime.CompilerServices;
using Merriwig.Abi;
using Merriwig.Memory;
using Merriwig.Tasks;
using Merriwig.Tracing;

namespace Merriwig.Ipc;

/// <summary>A rendezvous in the kernel's table, with what the machine itself need not know.</summary>
internal struct RendezvousEntry
{
    /// <summary>The rendezvous.</summary>
    internal Rendezvous Machine;

    /// <summary>Handles of processes that have received here.</summary>
    internal uint Receivers;

    /// <summary>It stands for the end of the process with this number, which has not come yet.</summary>
    internal ushort EndOf;

    /// <summary>The thread that owes a reply to one that is gone: it is told so when it replies. 0 if there is none.</summary>
    internal ushort Debtor;

    /// <summary>The next entry that is free, or whose references changed.</summary>
    internal ushort Next;

    /// <summary>It stands for the end of a process.</summary>
    internal bool IsProcessEnd;

    /// <summary>Nobody who received here is left, and nobody came since: messages are refused.</summary>
    internal bool IsOrphaned;

    /// <summary>A reference went away, and what that means has not been seen to yet.</summary>
    internal bool IsChanged;
}

/// <summary>
/// The table of all rendezvous, and their references. A reference that goes away may end somebody's wait, which may let go of other references: so
/// it is only noted, and <see cref="SettleReferences"/> sees to all of them one after another, in a loop and not in depth.
/// </summary>
internal static unsafe class RendezvousTable
{
    /// <summary>The most rendezvous; number 0 is none.</summary>
    internal const int Capacity = 4096;

    private static RendezvousEntry* table;
    private static ushort firstFree;
    private static ushort firstChanged;
    private static int used;

    /// <summary>Rendezvous that there are.</summary>
    internal static int InUse { get; private set; }

    /// <summary>Takes memory for the table.</summary>
    internal static bool TryInitialize()
    {
        table = (RendezvousEntry*)KernelTables.Allocate((ulong)(Capacity * sizeof(RendezvousEntry)));
        used = 1;
        return table != null;
    }

    /// <summary>A rendezvous by its number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static RendezvousEntry* At(int number) => table + number;

    /// <summary>The number after the highest that was ever in use: where a search of all can stop.</summary>
    internal static int End => used;

    /// <summary>A new rendezvous.</summary>
    /// <param name="references">How many references it has from the start.</param>
    /// <param name="number">Its number.</param>
    /// <returns>False when the table is full.</returns>
    internal static bool TryCreate(uint references, out ushort number)
    {
        number = firstFree;
        if (number != 0)
            firstFree = table[number].Next;
        else if (used < Capacity)
            number = (ushort)used++;
        else
            return false;
        table[number] = default;
        table[number].Machine.Handles = references;
        InUse++;
        if (Trace.IsOn(Subsystem.Ipc))
            Trace.Event("ipc.create").Number("rendezvous", number).End();
        return true;
    }

    /// <summary>One more handle, or message, refers to it.</summary>
    internal static void AddHandle(ushort number) => table[number].Machine.Handles++;

    /// <summary>One handle, or message, less refers to it.</summary>
    internal static void ReleaseHandle(ushort number)
    {
        table[number].Machine.Handles--;
        Note(number);
    }

    /// <summary>A handle became a receiver's.</summary>
    internal static void AddReceiver(ushort number)
    {
        table[number].Receivers++;
        table[number].IsOrphaned = false;
    }

    /// <summary>A receiver's handle moves away or is closed.</summary>
    internal static void RemoveReceiver(ushort number) => table[number].Receivers--;

    /// <summary>
    /// A receiver's handle was closed. If none is left, whoever waits here with a message waits no longer, and who comes later is refused.
    /// But somebody may wait to receive although the handle it came by is closed.
    /// </summary>
    internal static void OrphanWithoutReceivers(ushort number)
    {
        RendezvousEntry* entry = table + number;
        if (entry->Receivers != 0 || (entry->Machine.State == RendezvousState.Receiving && entry->Machine.Partner == Rendezvous.Nobody))
            return;
        entry->IsOrphaned = true;
        Note(number);
    }

    /// <summary>One more mount refers to it.</summary>
    internal static void AddMount(ushort number) => table[number].Machine.Mounts++;

    /// <summary>One mount less refers to it.</summary>
    internal static void ReleaseMount(ushort number)
    {
        table[number].Machine.Mounts--;
        Note(number);
    }

    /// <summary>Lets go of what a message carries that nobody will receive.</summary>
    internal static void Drop(in Message message)
    {
        DropItem(message.FirstKind, message.First);
        DropItem(message.SecondKind, message.Second);
    }

    /// <summary>Sees to every reference that went away since the last time: waits that have become hopeless end, and what nobody refers to is freed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void SettleReferences()
    {
        if (firstChanged != 0)
            Settle();
    }

    private static void Settle()
    {
        while (firstChanged != 0)
        {
            ushort number = firstChanged;
            RendezvousEntry* entry = table + number;
            firstChanged = entry->Next;
            entry->IsChanged = false;
            Exchange.Close(ref entry->Machine, out Transition transition);
            if (entry->IsOrphaned && HasSender(entry->Machine))
                Exchange.Break(ref entry->Machine, ref transition);
            Delivery.Conclude(number, ref transition);
            if (entry->Machine.Handles == 0 && entry->Machine.Mounts == 0 && !entry->IsChanged)
                Free(number);
        }
    }

    private static bool HasSender(in Rendezvous machine) =>
        machine.State is RendezvousState.Sending or RendezvousState.SendReceiving && machine.Waiter != Rendezvous.Nobody;

    private static void Free(ushort number)
    {
        // What the kernel posted is still there when nobody came for it.
        RendezvousEntry* entry = table + number;
        if (entry->Machine.State == RendezvousState.Sending)
            Drop(entry->Machine.Message);
        entry->Machine.State = RendezvousState.Empty;
        entry->Next = firstFree;
        firstFree = number;
        InUse--;
        if (Trace.IsOn(Subsystem.Ipc))
            Trace.Event("ipc.destroy").Number("rendezvous", number).End();
    }

    private static void Note(ushort number)
    {
        if (table[number].IsChanged)
            return;
        table[number].IsChanged = true;
        table[number].Next = firstChanged;
        firstChanged = number;
    }

    private static void DropItem(ItemKind kind, ulong item)
    {
        if (kind == ItemKind.Rendezvous)
            ReleaseHandle((ushort)item);
        else if (kind == ItemKind.Memory)
            ChunkRelease.Start(item);
    }
}
