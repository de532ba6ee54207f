using System.IO;
using Euralios.Std;

namespace System;

/// <summary>What is around the program.</summary>
public static class Environment
{
    private const string CurrentDirectoryVariable = "PWD";

    /// <summary>The variables as they are now; null while they are those that the program was started with.</summary>
    private static string[]? variables;

    public static string NewLine => "\n";

    /// <summary>Processors that programs run on.</summary>
    public static int ProcessorCount => 1;

    /// <summary>Milliseconds since the boot.</summary>
    public static long TickCount64 => (long)(Clock.Microseconds / 1000);

    public static string CommandLine => string.Join(" ", GetCommandLineArgs());

    /// <summary>Where paths begin that do not begin at the root: the variable PWD.</summary>
    public static string CurrentDirectory
    {
        get => GetEnvironmentVariable(CurrentDirectoryVariable) is { Length: > 0 } path && Path.IsPathRooted(path) ? path : "/";
        set
        {
            if (!Directory.TrySetCurrentDirectory(value, out Error error))
                FileFailure.ThrowOfDirectory(error, value);
        }
    }

    /// <summary>The variables, each NAME=value.</summary>
    internal static ReadOnlySpan<string> Variables => variables is null ? Arguments.Variables : variables;

    /// <summary>Ends the program.</summary>
    public static void Exit(int exitCode) => Process.Exit(exitCode);

    /// <summary>The program's name, then its arguments.</summary>
    public static string[] GetCommandLineArgs() => Arguments.Words.ToArray();

    /// <summary>A variable's value; null where there is none of this name.</summary>
    public static string? GetEnvironmentVariable(string variable)
    {
        int at = Find(variable);
        return at < 0 ? null : Variables[at].Substring(variable.Length + 1);
    }

    /// <summary>Sets a variable of this program, or takes it away where the value is null or empty.</summary>
    public static void SetEnvironmentVariable(string variable, string? value)
    {
        if (variable.Length == 0 || variable.Contains('=') || variable.Contains('\0'))
            throw new ArgumentException("A variable's name cannot be empty or contain '=' or a zero.", nameof(variable));
        int at = Find(variable);
        bool isKept = !string.IsNullOrEmpty(value);
        ReadOnlySpan<string> old = Variables;
        string[] changed = new string[old.Length - (at < 0 ? 0 : 1) + (isKept ? 1 : 0)];
        int count = 0;
        for (int i = 0; i < old.Length; i++)
        {
            if (i != at)
                changed[count++] = old[i];
        }

        if (isKept)
            changed[count] = variable + "=" + value;
        variables = changed;
    }

    internal static void SetCurrentDirectory(string path) => SetEnvironmentVariable(CurrentDirectoryVariable, path);

    /// <summary>A variable's place by its whole name, or -1.</summary>
    private static int Find(string name)
    {
        ReadOnlySpan<string> all = Variables;
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].Length > name.Length && all[i][name.Length] == '=' && all[i].AsSpan().StartsWith(name.AsSpan()))
                return i;
        }

        return -1;
    }
}
