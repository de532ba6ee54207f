using System.IO;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>rm and rmdir.</summary>
internal static class RemoveCommands
{
    internal static int RemoveFiles(BuiltInContext context)
    {
        if (!context.TryTakeOptions("rf", out string options))
            return 2;
        bool isForced = options.Contains('f');
        if (context.Count == 0)
            return isForced ? 0 : context.ShowUsage();
        int status = 0;
        foreach (string path in context.From(0))
        {
            if (Directory.Exists(path))
            {
                if (!options.Contains('r'))
                    status = context.Fail($"cannot remove {path}: it is a directory");
                else if (!Directory.TryDelete(path, recursive: true, out Error error))
                    status = context.Fail($"cannot remove {path}: {error.Text()}");
            }
            else if (!File.TryDelete(path, out Error error) && !(isForced && error == Error.NotFound))
            {
                status = context.Fail($"cannot remove {path}: {error.Text()}");
            }
        }

        return status;
    }

    internal static int RemoveDirectories(BuiltInContext context)
    {
        if (context.Count == 0)
            return context.ShowUsage();
        int status = 0;
        foreach (string path in context.From(0))
        {
            if (!Directory.TryDelete(path, recursive: false, out Error error))
                status = context.Fail($"cannot remove {path}: {(error == Error.Exists ? "it is not empty" : error.Text())}");
        }

        return status;
    }
}
