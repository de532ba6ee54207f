using System.Numerics;
using System.Runtime.CompilerServices;
using Merriwig.Memory;
using Merriwig.Tracing;

namespace Merriwig.Ipc;

/// <summary>
/// The handles of a process: numbers, from 0 on, that stand for rendezvous. A table is one frame. New handles get the lowest number that is free.
/// A handle is a receiver's once its process received through it, or through the one that it is a copy of. It no longer is when it moves to
/// another process, which has received nothing yet.
/// </summary>
internal static unsafe class HandleTable
{
    /// <summary>The most handles of a process.</summary>
    internal const uint Capacity = 1024;

    private const int Words = (int)(Capacity / 64);

    // Bit of an entry: the handle is a receiver's. The others are the rendezvous's number.
    private const ushort Receiver = 1 << 15;

    /// <summary>Handles in all tables.</summary>
    internal static uint InUse { get; private set; }

    /// <summary>Makes a table without handles.</summary>
    internal static bool TryCreate(out ulong table)
    {
        if (!Frames.TryAllocateZeroed(out table))
            return false;
        for (int i = 0; i < Words; i++)
            At(table)->Free[i] = ulong.MaxValue;
        return true;
    }

    /// <summary>Gives the table of a process back, which has no handles any more.</summary>
    internal static void Free(ulong table) => Frames.Free(new PhysicalAddress(table));

    /// <summary>The rendezvous behind a handle.</summary>
    /// <returns>False when there is no such handle.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryGet(ulong table, ulong handle, out ushort rendezvous)
    {
        rendezvous = handle < Capacity ? (ushort)(At(table)->Entries[handle] & ~Receiver) : (ushort)0;
        return rendezvous != 0;
    }

    /// <summary>Whether a handle that there is is a receiver's.</summary>
    internal static bool IsReceiver(ulong table, ulong handle) => (At(table)->Entries[handle] & Receiver) != 0;

    /// <summary>A handle that there is is a receiver's from now on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void MarkReceiver(ulong table, ulong handle)
    {
        if (IsReceiver(table, handle))
            return;
        RendezvousTable.AddReceiver(At(table)->Entries[handle]);
        At(table)->Entries[handle] |= Receiver;
    }

    /// <summary>Adds a handle for a reference that the caller counted.</summary>
    /// <returns>False when the table is full.</returns>
    internal static bool TryAdd(ulong table, ushort rendezvous, out uint handle)
    {
        Layout* layout = At(table);
        for (int word = 0; word < Words; word++)
        {
            ulong free = layout->Free[word];
            if (free == 0)
                continue;
            handle = (uint)((word * 64) + BitOperations.TrailingZeroCount(free));
            layout->Free[word] = free & (free - 1);
            layout->Entries[handle] = rendezvous;
            InUse++;
            if (Trace.IsOn(Subsystem.Ipc))
                Report("ipc.handle-add", table, handle, rendezvous);
            return true;
        }

        handle = 0;
        return false;
    }

    /// <summary>Takes a handle away that there is. Its reference is the caller's now.</summary>
    /// <returns>The rendezvous.</returns>
    internal static ushort Remove(ulong table, ulong handle)
    {
        ushort entry = At(table)->Entries[handle];
        ushort rendezvous = (ushort)(entry & ~Receiver);
        if (entry != rendezvous)
            RendezvousTable.RemoveReceiver(rendezvous);
        At(table)->Entries[handle] = 0;
        At(table)->Free[handle / 64] |= 1ul << (int)(handle % 64);
        InUse--;
        if (Trace.IsOn(Subsystem.Ipc))
            Report("ipc.handle-remove", table, handle, rendezvous);
        return rendezvous;
    }

    /// <summary>Takes a handle away that there is, and its reference. When it was the last of a receiver, senders wait in vain.</summary>
    internal static void Close(ulong table, ulong handle)
    {
        bool received = IsReceiver(table, handle);
        ushort rendezvous = Remove(table, handle);
        if (received)
            RendezvousTable.OrphanWithoutReceivers(rendezvous);
        RendezvousTable.ReleaseHandle(rendezvous);
    }

    private static void Report(string name, ulong table, ulong handle, ushort rendezvous) =>
        Trace.Event(name).Hexadecimal("table", table).Number("handle", handle).Number("rendezvous", rendezvous).End();

    /// <summary>Whether just the handles that there are not are marked as free: for audits.</summary>
    internal static bool IsSound(ulong table)
    {
        for (ulong handle = 0; handle < Capacity; handle++)
        {
            bool free = (At(table)->Free[handle / 64] >> (int)(handle % 64) & 1) != 0;
            if (free != (At(table)->Entries[handle] == 0))
                return false;
        }

        return true;
    }

    private static Layout* At(ulong table) => (Layout*)PhysicalWindow.At(table);

    private struct Layout
    {
        internal fixed ushort Entries[(int)Capacity];

        // A bit for each handle that is free.
        internal fixed ulong Free[Words];
    }
}
