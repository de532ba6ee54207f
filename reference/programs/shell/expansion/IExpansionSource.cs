using System.Collections.Generic;

namespace Euralios.Shell;

/// <summary>A name in a directory.</summary>
internal readonly struct ListedName(string name, bool isDirectory)
{
    internal string Name { get; } = name;

    internal bool IsDirectory { get; } = isDirectory;
}

/// <summary>What words are expanded with.</summary>
internal interface IExpansionSource
{
    /// <summary>The shell's own arguments: of a script, behind its name.</summary>
    List<string> Arguments { get; }

    /// <summary>A variable's value, also of those whose names are no letters; null where there is none.</summary>
    string? GetVariable(string name);

    /// <summary>What is in a directory; the empty path is the current one. False where it is none.</summary>
    bool TryList(string directory, out List<ListedName> names);
}
