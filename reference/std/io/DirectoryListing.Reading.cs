using System;

namespace Euralios.Std;

// Asking for it.
public static partial class DirectoryListing
{
    /// <summary>What is in a directory, by names: what its server says, and what is mounted there.</summary>
    public static bool TryRead(string path, out DirectoryEntry[] entries, out Error error)
    {
        entries = [];
        bool isServed = TryAskServer(path, out DirectoryEntry[] served, out error);
        if (!isServed && error != Error.NotFound)
            return false;
        var all = new ArrayBuilder<DirectoryEntry>();
        if (Mounts.TryList(path, out string[] mounts, out _))
        {
            foreach (string name in mounts)
                all.Add(new DirectoryEntry(name, isDirectory: true, 0));
        }

        if (!isServed && all.Count == 0)
            return false;
        error = Error.None;
        foreach (DirectoryEntry entry in served)
        {
            // A mount hides what has its name.
            if (!Contains(mounts, entry.Name))
                all.Add(entry);
        }

        entries = all.ToArray();
        Sort(entries);
        return true;
    }

    private static bool Contains(string[] names, string name)
    {
        foreach (string other in names)
        {
            if (other == name)
                return true;
        }

        return false;
    }

    private static bool TryAskServer(string path, out DirectoryEntry[] entries, out Error error)
    {
        entries = [];
        if (!FileSystem.TryOpen(path, OpenFlags.Read, out Handle handle, out bool isDirectory, out error))
            return false;
        Message answer = default;
        if (isDirectory)
        {
            var question = new Message(Tags.Query);
            if (RemoteCall.TryCall(handle, ref question, Tags.Json, out answer, out error)
                && !(answer.TryGetBytes(out ReadOnlySpan<byte> json) && TryParse(json, out entries)))
                error = Error.UnexpectedReply;
        }
        else
        {
            error = Error.NotDirectory;
        }

        answer.Release();
        SystemCall.TryClose(handle, out _);
        return error == Error.None;
    }

    /// <summary>By the names' characters.</summary>
    private static void Sort(DirectoryEntry[] entries)
    {
        // Servers answer in order, so that next to nothing is to be moved.
        for (int i = 1; i < entries.Length; i++)
        {
            DirectoryEntry entry = entries[i];
            int at = i;
            for (; at > 0 && FileName.Compare(entries[at - 1].Name, entry.Name) > 0; at--)
                entries[at] = entries[at - 1];
            entries[at] = entry;
        }
    }
}
