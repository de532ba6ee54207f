using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>cp and mv.</summary>
internal static class CopyCommands
{
    internal static int Copy(BuiltInContext context)
    {
        if (!context.TryTakeOptions("r", out string options))
            return 2;
        bool isRecursive = options.Contains('r');
        return ForEach(context, (from, to) =>
        {
            if (!Directory.Exists(from))
                return File.TryCopy(from, to, overwrite: true, out Error error) ? 0 : context.Fail(from, error);
            if (!isRecursive)
                return context.Fail($"{from}: it is a directory; -r copies it");
            return IsInside(to, from) ? context.Fail($"{from}: it cannot be copied into itself") : CopyDirectory(context, from, to);
        });
    }

    internal static int Move(BuiltInContext context) => ForEach(context, (from, to) =>
    {
        bool isDone = Directory.Exists(from) ? Directory.TryMove(from, to, out Error error) : File.TryMove(from, to, overwrite: true, out error);
        return isDone ? 0 : context.Fail(from, error);
    });

    /// <summary>For each source, with its target: the last argument, or its name in that, if it is a directory.</summary>
    private static int ForEach(BuiltInContext context, Func<string, string, int> body)
    {
        if (context.Count < 2)
            return context.ShowUsage();
        string target = context[context.Count - 1];
        bool isInto = Directory.Exists(target);
        if (context.Count > 2 && !isInto)
            return context.Fail(target, Error.NotDirectory);
        int status = 0;
        for (int i = 0; i < context.Count - 1; i++)
        {
            string from = Path.TrimEndingDirectorySeparator(context[i]);
            int result = body(from, isInto ? Path.Join(target, Path.GetFileName(from)) : target);
            status = result == 0 ? status : result;
        }

        return status;
    }

    private static bool IsInside(string path, string directory)
    {
        string outer = Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory));
        string inner = Path.GetFullPath(path);
        return inner == outer || inner.StartsWith(outer + "/", StringComparison.Ordinal);
    }

    private static int CopyDirectory(BuiltInContext context, string from, string to)
    {
        if (!Directory.TryCreateDirectory(to, out Error error))
            return context.Fail(to, error);
        if (!DirectoryListing.TryRead(from, out DirectoryEntry[] entries, out error))
            return context.Fail(from, error);
        int status = 0;
        foreach (DirectoryEntry entry in entries)
        {
            string source = Path.Join(from, entry.Name);
            string target = Path.Join(to, entry.Name);
            if (entry.IsDirectory)
                status = CopyDirectory(context, source, target) == 0 ? status : 1;
            else if (!File.TryCopy(source, target, overwrite: true, out error))
                status = context.Fail(source, error);
        }

        return status;
    }
}
