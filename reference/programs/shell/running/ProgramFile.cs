using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>Programs by their names.</summary>
internal static class ProgramFile
{
    internal const string DefaultPath = "/bin";

    /// <summary>Loads a program: from a path, if there is a slash in its name, else from the first directory of the search path that has it.</summary>
    /// <param name="name">The name.</param>
    /// <param name="searchPath">Directories with colons between them.</param>
    /// <param name="path">Where it was found.</param>
    /// <param name="image">The file.</param>
    /// <param name="error"><see cref="Error.NotFound"/>, or why it could not be read.</param>
    internal static bool TryLoad(string name, string searchPath, out string path, out byte[] image, out Error error)
    {
        image = [];
        path = name;
        error = Error.NotFound;
        if (name.Contains('/'))
            return File.TryReadAllBytes(name, out image, out error);
        foreach (string directory in searchPath.Split(':'))
        {
            path = Path.Join(directory.Length == 0 ? "." : directory, name);
            if (File.TryReadAllBytes(path, out image, out error) || error != Error.NotFound)
                return error == Error.None;
        }

        return false;
    }

    /// <summary>Where a program is; null where there is none.</summary>
    internal static string? Find(string name, string searchPath)
    {
        if (name.Contains('/'))
            return File.Exists(name) ? name : null;
        foreach (string directory in searchPath.Split(':'))
        {
            string path = Path.Join(directory.Length == 0 ? "." : directory, name);
            if (File.Exists(path))
                return path;
        }

        return null;
    }

    /// <summary>Whether it is for the kernel. What is not is a text for a shell.</summary>
    internal static bool IsExecutable(ReadOnlySpan<byte> image) => image.StartsWith("\u007FELF"u8);
}
