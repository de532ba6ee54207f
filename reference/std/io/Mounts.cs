using System;
using System.Collections.Generic;
using System.IO;

namespace Euralios.Std;

/// <summary>The mounts as directories see them: a server does not know what is mounted in its directories.</summary>
internal static class Mounts
{
    /// <summary>The names in a directory that are mounts or lead to some, each once.</summary>
    internal static bool TryList(string path, out string[] names, out Error error)
    {
        names = [];
        if (!FileSystem.TryGetFullPath(path, out string directory, out error) || !SystemCall.TryListMounts(out MemoryChunk chunk, out int length, out error))
            return false;
        names = Parse(chunk.Bytes(length), directory == "/" ? directory : directory + "/");
        SystemCall.TryFree(chunk, out _);
        return true;
    }

    /// <summary>From a JSON array of mounted paths the names that follow a prefix.</summary>
    internal static string[] Parse(ReadOnlySpan<byte> json, string prefix)
    {
        var names = new List<string>();
        var reader = new JsonReader(json);
        for (JsonToken token = reader.Read(); token is not (JsonToken.End or JsonToken.Malformed); token = reader.Read())
        {
            if (token != JsonToken.String)
                continue;
            string mount = reader.Text;
            if (!mount.AsSpan().StartsWith(prefix.AsSpan()))
                continue;
            string name = mount.Substring(prefix.Length);
            int slash = name.IndexOf('/');
            name = slash < 0 ? name : name.Substring(0, slash);
            if (name.Length > 0 && !names.Contains(name))
                names.Add(name);
        }

        return names.ToArray();
    }
}
