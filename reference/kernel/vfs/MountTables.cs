using System;
using System.Runtime.InteropServices;
using Merriwig.Abi;
using Merriwig.Ipc;
using Merriwig.Memory;
using Merriwig.Tracing;

namespace Merriwig.Vfs;

/// <summary>
/// What a process sees of the file system: paths, and the rendezvous behind each. Processes may share a table; whoever changes it changes it for all
/// of them. A mount says nothing of rights: those are the rendezvous' own.
/// </summary>
internal static unsafe class MountTables
{
    /// <summary>The most tables; number 0 is none.</summary>
    internal const int Capacity = Tasks.Processes.Capacity;

    /// <summary>The most mounts in all tables.</summary>
    internal const int MountCapacity = 1024;

    /// <summary>The longest path of a mount, in bytes.</summary>
    internal const int LongestPath = 249;

    private static Table* tables;
    private static Mount* mounts;
    private static ushort firstFreeMount;

    /// <summary>Takes memory for tables and mounts.</summary>
    internal static bool TryInitialize()
    {
        tables = (Table*)KernelTables.Allocate((ulong)(Capacity * sizeof(Table)));
        mounts = (Mount*)KernelTables.Allocate((ulong)(MountCapacity * sizeof(Mount)));
        if (tables == null || mounts == null)
            return false;
        for (int i = MountCapacity - 1; i > 0; i--)
        {
            mounts[i].Next = firstFreeMount;
            firstFreeMount = (ushort)i;
        }

        return true;
    }

    /// <summary>A table without mounts, with one user.</summary>
    /// <returns>False when there is no table left.</returns>
    internal static bool TryCreate(out ushort number)
    {
        for (number = 1; number < Capacity; number++)
        {
            if (tables[number].Users != 0)
                continue;
            tables[number].Users = 1;
            tables[number].First = 0;
            return true;
        }

        number = 0;
        return false;
    }

    /// <summary>A copy of a table, with one user.</summary>
    /// <returns>False when there is no table, or are not enough mounts, left.</returns>
    internal static bool TryCopy(ushort from, out ushort number)
    {
        if (!TryCreate(out number))
            return false;
        ushort* link = &tables[number].First;
        for (int i = tables[from].First; i != 0; i = mounts[i].Next)
        {
            if (firstFreeMount == 0)
            {
                Release(number);
                number = 0;
                return false;
            }

            // The paths of a table differ, so none has to be looked for.
            InsertAt(link, number, mounts[i].PathBytes(), mounts[i].Rendezvous);
            link = &mounts[*link].Next;
        }

        return true;
    }

    /// <summary>How many processes use a table: for audits.</summary>
    internal static int UsersOf(int number) => tables[number].Users;

    /// <summary>Adds the references of all mounts up, by rendezvous: for audits.</summary>
    /// <param name="references">A counter for each rendezvous.</param>
    /// <returns>How many mounts there are, those that are free included.</returns>
    internal static int CountReferences(ushort* references)
    {
        int count = 0;
        for (int number = 1; number < Capacity; number++)
        {
            if (tables[number].Users == 0)
                continue;
            for (int i = tables[number].First; i != 0 && count < MountCapacity; i = mounts[i].Next, count++)
                references[mounts[i].Rendezvous]++;
        }

        for (int i = firstFreeMount; i != 0 && count < MountCapacity; i = mounts[i].Next)
            count++;
        return count;
    }

    /// <summary>One more process uses the table.</summary>
    internal static void Share(ushort number) => tables[number].Users++;

    /// <summary>One process less uses the table; without users it and its mounts are gone.</summary>
    internal static void Release(ushort number)
    {
        if (--tables[number].Users != 0)
            return;
        while (tables[number].First != 0)
            RemoveAt(&tables[number].First);
    }

    /// <summary>Mounts a rendezvous, and counts the mount's reference.</summary>
    /// <param name="number">The table.</param>
    /// <param name="path">Valid UTF-8; trimmed here.</param>
    /// <param name="rendezvous">What is mounted.</param>
    internal static ErrorCode Add(ushort number, ReadOnlySpan<byte> path, ushort rendezvous)
    {
        path = MountPath.Trim(path);
        if (path.Length > LongestPath)
            return ErrorCode.Parameter;
        ushort* link = Link(number, path);
        if (*link != 0)
            return ErrorCode.Exists;
        if (firstFreeMount == 0)
            return ErrorCode.Memory;
        InsertAt(link, number, path, rendezvous);
        return ErrorCode.None;
    }

    /// <summary>Takes a mount away.</summary>
    /// <param name="number">The table.</param>
    /// <param name="path">The mount's path; trimmed here, as when it was mounted.</param>
    internal static ErrorCode Remove(ushort number, ReadOnlySpan<byte> path)
    {
        path = MountPath.Trim(path);
        ushort* link = Link(number, path);
        if (*link == 0)
            return ErrorCode.NotFound;
        Report("vfs.umount", number, mounts[*link].Rendezvous, path);
        RemoveAt(link);
        return ErrorCode.None;
    }

    /// <summary>The mount with the longest path that leads to a path.</summary>
    /// <param name="number">The table.</param>
    /// <param name="path">The path.</param>
    /// <param name="rendezvous">What is mounted there.</param>
    /// <param name="matched">How many bytes of the path the mount stands for.</param>
    internal static bool TryFind(ushort number, ReadOnlySpan<byte> path, out ushort rendezvous, out int matched)
    {
        rendezvous = 0;
        matched = -1;
        for (int i = tables[number].First; i != 0; i = mounts[i].Next)
        {
            int length = MountPath.Match(mounts[i].PathBytes(), path);
            if (length <= matched)
                continue;
            matched = length;
            rendezvous = mounts[i].Rendezvous;
        }

        return matched >= 0;
    }

    /// <summary>Writes the list of a table's mounts as JSON; see <see cref="MountList"/>.</summary>
    /// <returns>Bytes of the whole text.</returns>
    internal static int Write(ushort number, Span<byte> destination)
    {
        var list = new MountList(destination);
        for (int i = tables[number].First; i != 0; i = mounts[i].Next)
            list.Add(mounts[i].PathBytes());
        return list.End();
    }

    /// <summary>The link that leads to the mount with a path; the one that ends the list when there is none.</summary>
    private static ushort* Link(ushort number, ReadOnlySpan<byte> path)
    {
        ushort* link = &tables[number].First;
        while (*link != 0 && !MountPath.IsSame(mounts[*link].PathBytes(), path))
            link = &mounts[*link].Next;
        return link;
    }

    /// <summary>Puts a mount, of which there is one free, at the end of a table's list, to which a link leads.</summary>
    private static void InsertAt(ushort* link, ushort number, ReadOnlySpan<byte> path, ushort rendezvous)
    {
        ushort added = firstFreeMount;
        Mount* mount = mounts + added;
        firstFreeMount = mount->Next;
        mount->Next = 0;
        mount->Rendezvous = rendezvous;
        mount->Length = (byte)path.Length;
        path.CopyTo(MemoryMarshal.CreateSpan(ref mount->Path[0], path.Length));
        *link = added;
        RendezvousTable.AddMount(rendezvous);
        Report("vfs.mount", number, rendezvous, path);
    }

    private static void RemoveAt(ushort* link)
    {
        ushort removed = *link;
        Mount* mount = mounts + removed;
        *link = mount->Next;
        mount->Next = firstFreeMount;
        firstFreeMount = removed;
        RendezvousTable.ReleaseMount(mount->Rendezvous);
    }

    private static void Report(string name, ushort table, ushort rendezvous, ReadOnlySpan<byte> path)
    {
        if (Trace.IsOn(Subsystem.Vfs))
            Trace.Event(name).Number("table", table).Number("rendezvous", rendezvous).Text("path", path).End();
    }

    private struct Table
    {
        internal ushort Users;
        internal ushort First;
    }

    [StructLayout(LayoutKind.Sequential, Size = 256)]
    private struct Mount
    {
        internal ushort Next;
        internal ushort Rendezvous;
        internal byte Length;
        internal fixed byte Path[LongestPath];

        internal ReadOnlySpan<byte> PathBytes() => MemoryMarshal.CreateReadOnlySpan(ref Path[0], Length);
    }
}
