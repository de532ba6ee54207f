using System;
using System.Collections.Generic;

namespace Euralios.Std;

/// <summary>Writes the answer to QUERY: a directory's entries as JSON.</summary>
public sealed class DirectoryWriter
{
    private readonly List<string> directories = new();
    private readonly List<string> files = new();
    private readonly List<ulong> sizes = new();

    public void AddDirectory(string name) => directories.Add(name);

    public void AddFile(string name, ulong size)
    {
        files.Add(name);
        sizes.Add(size);
    }

    internal ReadOnlySpan<byte> Write(string description)
    {
        JsonWriter json = new JsonWriter().StartObject().Name("short").String(description).Name("messages").StartArray();
        WriteMessage(json, "open", Tags.OpenReadOnly);
        WriteMessage(json, "query", Tags.Query);
        json.EndArray().Name("subdirs").StartArray();
        foreach (string name in directories)
            json.StartObject().Name("name").String(name).EndObject();
        json.EndArray().Name("files").StartArray();
        for (int i = 0; i < files.Count; i++)
            json.StartObject().Name("name").String(files[i]).Name("size").Number(sizes[i]).EndObject();
        return json.EndArray().EndObject().Bytes;
    }

    private static void WriteMessage(JsonWriter json, string name, ulong tag) =>
        json.StartObject().Name("name").String(name).Name("tag").Number(tag).EndObject();
}
