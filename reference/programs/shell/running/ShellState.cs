using System;
using System.Collections.Generic;
using System.IO;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>What a shell knows.</summary>
internal sealed class ShellState : IExpansionSource
{
    internal const int HistoryLength = 500;

    internal ShellState()
    {
        foreach (string variable in Std.Arguments.Variables)
        {
            int equals = variable.IndexOf('=');
            if (equals < 1 || variable.StartsWith(Launcher.InputVariable + "=", StringComparison.Ordinal))
                continue;
            string name = variable.Substring(0, equals);
            Variables.Set(name, variable.Substring(equals + 1));
            Variables.Export(name);
        }

        Variables.Set("PWD", Environment.CurrentDirectory);
        Variables.Export("PWD");
    }

    internal Variables Variables { get; } = new();

    internal JobTable Jobs { get; } = new();

    internal History History { get; } = new(HistoryLength);

    internal Terminal Terminal { get; } = new();

    public List<string> Arguments { get; } = [];

    /// <summary>The shell's or the script's name: <c>$0</c>.</summary>
    internal string Name { get; set; } = "shell";

    /// <summary>Whether a person types the commands.</summary>
    internal bool IsInteractive { get; set; }

    /// <summary>The status of the last pipeline: <c>$?</c>.</summary>
    internal int Status { get; set; }

    /// <summary>Whether the shell is to end.</summary>
    internal bool IsExiting { get; set; }

    /// <summary>Whether a person has been told that there are jobs, and may leave now.</summary>
    internal bool IsWarnedOfJobs { get; set; }

    internal string SearchPath => Variables.Get("PATH") ?? ProgramFile.DefaultPath;

    internal string Home => Variables.Get("HOME") ?? "/";

    public string? GetVariable(string name)
    {
        switch (name)
        {
            case "?":
                return Status.ToString();
            case "#":
                return Arguments.Count.ToString();
            case "0":
                return Name;
            default:
                if (!char.IsAsciiDigit(name[0]))
                    return Variables.Get(name);
                int index = name[0] - '1';
                return index < Arguments.Count ? Arguments[index] : null;
        }
    }

    public bool TryList(string directory, out List<ListedName> names)
    {
        names = [];
        if (!DirectoryListing.TryRead(directory.Length == 0 ? "." : directory, out DirectoryEntry[] entries, out _))
            return false;
        foreach (DirectoryEntry entry in entries)
            names.Add(new ListedName(entry.Name, entry.IsDirectory));
        return true;
    }

    /// <summary>Goes to a directory; PWD and OLDPWD follow.</summary>
    internal bool TryChangeDirectory(string path, out Error error)
    {
        string before = Environment.CurrentDirectory;
        if (!Directory.TrySetCurrentDirectory(path, out error))
            return false;
        Variables.Set("OLDPWD", before);
        Variables.Set("PWD", Environment.CurrentDirectory);
        return true;
    }
}
