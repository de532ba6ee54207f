using System;
using System.Collections.Generic;

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
public static partial class DirectoryListing
{
    /// <summary>The entries in an answer to QUERY. Names that are none are left out: "..", or with a slash.</summary>
    internal static bool TryParse(ReadOnlySpan<byte> json, out DirectoryEntry[] entries)
    {
        var list = new List<DirectoryEntry>();
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

    /// <summary>Objects with a name and, for a file, its size.</summary>
    private static bool TryReadEntries(ref JsonReader reader, bool isDirectory, List<DirectoryEntry> list)
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
}
