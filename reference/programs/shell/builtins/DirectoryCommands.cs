using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>cd, pwd, mkdir.</summary>
internal static class DirectoryCommands
{
    internal static int Change(BuiltInContext context)
    {
        if (context.Count > 1)
            return context.ShowUsage();
        string path = context.Count == 0 ? context.State.Home : context[0];
        bool isBack = path == "-";
        if (isBack)
        {
            if (context.State.Variables.Get("OLDPWD") is not { } before)
                return context.Fail("there is no directory to go back to");
            path = before;
        }

        if (!context.State.TryChangeDirectory(path, out Error error))
            return context.Fail(path, error);
        if (isBack)
            context.Output.WriteLine(Environment.CurrentDirectory);
        return 0;
    }

    internal static int Print(BuiltInContext context)
    {
        context.Output.WriteLine(Environment.CurrentDirectory);
        return 0;
    }

    internal static int Make(BuiltInContext context)
    {
        if (!context.TryTakeOptions("p", out string options))
            return 2;
        if (context.Count == 0)
            return context.ShowUsage();
        int status = 0;
        foreach (string path in context.From(0))
        {
            if (!TryMake(path, options.Contains('p'), out Error error))
                status = context.Fail($"cannot create {path}: {error.Text()}");
        }

        return status;
    }

    /// <summary>Makes one; with its parents, and no matter whether it is there, if that is wanted.</summary>
    private static bool TryMake(string path, bool withParents, out Error error)
    {
        if (!withParents)
        {
            error = Error.Exists;
            if (path.Length > 0 && (Directory.Exists(path) || File.Exists(path)))
                return false;
            string? parent = path.Length == 0 ? null : Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
            error = Error.NotFound;
            if (parent is not null && !Directory.Exists(parent))
                return false;
        }

        return Directory.TryCreateDirectory(path, out error);
    }
}
