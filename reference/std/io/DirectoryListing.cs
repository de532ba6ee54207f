using System;

namespace Euralios.Std;

/// <summary>Something in a directory.</summary>
public readonly struct DirectoryEntry(string name, bool isDirectory, ulong size)
{
    public string Name { get; } = name;

    public bool IsDirectory { get; } = isDirectory;

    /// <summary>A file's bytes.</summary>
    public ulong Size { get; } = size;
}

/// <summary>What a server answers when it is asked what is in a directory.</summary>
public static class DirectoryListing
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

    /// <summary>The entries in an answer to QUERY. Names that are none are left out: "..", or with a slash.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> json, out DirectoryEntry[] entries)
    {
        var list = new ArrayBuilder<DirectoryEntry>();
        var reader = new JsonReader(json);
        bool isValid = reader.Read() == JsonToken.ObjectStart;
        while (isValid)
        {
            JsonToken token = reader.Read();
            if (token == JsonToken.ObjectEnd)
                break;
            bool isDirectory = token == JsonToken.Name && reader.Is("subdirs"u8);
            bool isEntries = isDirectory || (token == JsonToken.Name && reader.Is("files"u8));
            JsonToken value = reader.Read();
            isValid = token == JsonToken.Name && value is not (JsonToken.End or JsonToken.Malformed);
            if (isEntries && value == JsonToken.ArrayStart)
                isValid = TryReadEntries(ref reader, isDirectory, list);
            else
                reader.Skip(value);
        }

        isValid = isValid && reader.Read() == JsonToken.End;
        entries = isValid ? list.ToArray() : [];
        return isValid;
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

    /// <summary>Objects with a name and, for a file, its size.</summary>
    private static bool TryReadEntries(ref JsonReader reader, bool isDirectory, ArrayBuilder<DirectoryEntry> list)
    {
        for (JsonToken token = reader.Read(); token != JsonToken.ArrayEnd; token = reader.Read())
        {
            if (token != JsonToken.ObjectStart)
                return false;
            string name = "";
            ulong size = 0;
            for (token = reader.Read(); token != JsonToken.ObjectEnd; token = reader.Read())
            {
                if (token != JsonToken.Name)
                    return false;
                bool isName = reader.Is("name"u8);
                bool isSize = reader.Is("size"u8);
                token = reader.Read();
                if (isName && token == JsonToken.String)
                    name = reader.Text;
                else if (isSize && token == JsonToken.Number)
                    reader.TryGetNumber(out size);
                reader.Skip(token);
            }

            if (FileName.IsValid(name))
                list.Add(new DirectoryEntry(name, isDirectory, size));
        }

        return true;
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
