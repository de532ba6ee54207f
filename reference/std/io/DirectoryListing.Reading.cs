using System;
using System.Collections.Generic;

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
        var all = new List<DirectoryEntry>();
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
            if (Array.IndexOf(mounts, entry.Name) < 0)
                all.Add(entry);
        }

        all.Sort((a, b) => FileName.Compare(a.Name, b.Name));
        entries = all.ToArray();
        return true;
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
}
