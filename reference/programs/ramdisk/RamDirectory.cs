using System;
using Euralios.Std;

namespace Euralios.RamDisk;

/// <summary>A directory: its entries in the order of their names, each a <see cref="RamDirectory"/> or a <see cref="FileNode"/>.</summary>
internal sealed class RamDirectory(Disk disk, RamDirectory? parent) : DirectoryNode
{
    private const int FewEntries = 8;

    private RamDirectory? parent = parent;
    private Entry[] entries = new Entry[FewEntries];
    private int count;

    /// <summary>Whether it was removed, perhaps while somebody had it open: nothing can be made there any more.</summary>
    private bool isRemoved;

    public override string Description => "Ramdisk directory";

    public override DirectoryNode? FindDirectory(string name) => Find(name) as RamDirectory;

    public override FileNode? FindFile(string name) => Find(name) as FileNode;

    public override void List(DirectoryWriter writer)
    {
        for (int i = 0; i < count; i++)
        {
            if (entries[i].Node is FileNode file)
                writer.AddFile(entries[i].Name, file.Size);
            else
                writer.AddDirectory(entries[i].Name);
        }
    }

    public override bool TryMakeFile(string name, out FileNode file, out Error error)
    {
        file = new RamFile(disk);
        return TryAdd(name, file, out error);
    }

    public override bool TryMakeDirectory(string name, out Error error) => TryMakeDirectory(name, out _, out error);

    internal bool TryMakeDirectory(string name, out RamDirectory made, out Error error)
    {
        made = new RamDirectory(disk, this);
        return TryAdd(name, made, out error);
    }

    /// <summary>Adds a file or a directory that no other directory has; there is nothing of its name.</summary>
    internal bool TryAdd(string name, object node, out Error error)
    {
        error = Error.NotFound;
        if (isRemoved || !disk.TryTake(Disk.SizeOf(name), out error))
            return false;
        int at = Search(name);
        if (count == entries.Length)
        {
            var larger = new Entry[count * 2];
            Array.Copy(entries, larger, count);
            entries = larger;
        }

        Array.Copy(entries, at, entries, at + 1, count - at);
        entries[at] = new Entry(name, node);
        count++;
        return true;
    }

    public override bool TryRemoveFile(string name, out Error error)
    {
        (Find(name) as RamFile)?.Remove();
        Remove(name);
        error = Error.None;
        return true;
    }

    public override bool TryRemoveDirectory(string name, out Error error)
    {
        var directory = (RamDirectory)Find(name)!;
        error = directory.count == 0 ? Error.None : Error.Exists;
        if (error != Error.None)
            return false;
        directory.isRemoved = true;
        Remove(name);
        return true;
    }

    public override bool TryRename(string name, DirectoryNode target, string newName, out Error error)
    {
        var to = (RamDirectory)target;
        object moved = Find(name)!;
        object? there = to.Find(newName);
        error = Error.None;
        if (ReferenceEquals(moved, there))
            return true;
        if (to.isRemoved)
            error = Error.NotFound;
        else if (moved is RamDirectory directory && to.IsIn(directory))
            error = Error.Parameter;
        else if (there is RamDirectory || (there is not null && moved is RamDirectory))
            error = Error.Exists;
        else if (there is FileNode { IsReadOnly: true })
            error = Error.Denied;
        if (error != Error.None)
            return false;

        // What the new name takes is there once the old one and what is replaced are gone.
        ulong given = Disk.SizeOf(name) + (there is null ? 0 : Disk.SizeOf(newName));
        if (Disk.SizeOf(newName) > given && !disk.TryTake(Disk.SizeOf(newName) - given, out error))
            return false;
        if (Disk.SizeOf(newName) > given)
            disk.Give(Disk.SizeOf(newName) - given);
        if (there is not null)
            to.TryRemoveFile(newName, out _);
        Remove(name);
        if (moved is RamDirectory child)
            child.parent = to;
        return to.TryAdd(newName, moved, out error);
    }

    /// <summary>Whether this directory is another or lies somewhere in it.</summary>
    private bool IsIn(RamDirectory other)
    {
        for (RamDirectory? directory = this; directory is not null; directory = directory.parent)
        {
            if (ReferenceEquals(directory, other))
                return true;
        }

        return false;
    }

    private object? Find(string name)
    {
        int at = Search(name);
        return at < count && entries[at].Name == name ? entries[at].Node : null;
    }

    private void Remove(string name)
    {
        int at = Search(name);
        count--;
        Array.Copy(entries, at + 1, entries, at, count - at);
        entries[count] = default;
        disk.Give(Disk.SizeOf(name));
    }

    /// <summary>Where an entry of a name is, or would be.</summary>
    private int Search(string name)
    {
        int low = 0;
        int high = count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (FileName.Compare(entries[middle].Name, name) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private readonly struct Entry(string name, object node)
    {
        internal readonly string Name = name;
        internal readonly object Node = node;
    }
}
