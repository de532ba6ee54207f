using System;
using System.Collections.Generic;

namespace Euralios.Shell;

/// <summary>The shell's variables. Those that are exported are the environment of what it starts.</summary>
internal sealed class Variables
{
    private readonly Dictionary<string, Variable> all = [];

    internal string? Get(string name) => all.TryGetValue(name, out Variable variable) ? variable.Value : null;

    internal bool IsExported(string name) => all.TryGetValue(name, out Variable variable) && variable.IsExported;

    /// <summary>Sets a value. A variable that is exported stays so.</summary>
    internal void Set(string name, string value) => all[name] = new Variable(value, IsExported(name));

    internal void Export(string name) => all[name] = new Variable(Get(name) ?? "", isExported: true);

    internal void Remove(string name) => all.Remove(name);

    /// <summary>All of the form NAME=value, or only the exported ones, by their names.</summary>
    internal List<string> List(bool onlyExported)
    {
        List<string> list = [];
        foreach (KeyValuePair<string, Variable> pair in all)
        {
            if (pair.Value.IsExported || !onlyExported)
                list.Add(pair.Key + "=" + pair.Value.Value);
        }

        list.Sort(string.CompareOrdinal);
        return list;
    }

    private readonly struct Variable(string value, bool isExported)
    {
        internal string Value { get; } = value;

        internal bool IsExported { get; } = isExported;
    }
}
