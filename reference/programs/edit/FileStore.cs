using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Edit;

/// <summary>Files of the system's servers.</summary>
internal sealed class FileStore : IFileStore
{
    private const int MostNames = 100;

    public bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    /// <summary>
    /// Writes the text under a name of its own, and gives it the file's name when all is written. Where that cannot be done, in a directory where one may not
    /// make files, or one that is a single file's server, the file itself is written.
    /// </summary>
    public bool TrySave(string path, TextBuffer text, out Error error)
    {
        byte[] bytes = text.ToArray(0, text.Length);
        if (Directory.Exists(path))
        {
            error = Error.Exists;
            return false;
        }

        if (!TryFindFreeName(path, out string name))
            return File.TryWriteAllBytes(path, bytes, out error);
        if (File.TryWriteAllBytes(name, bytes, out error))
        {
            if (File.TryMove(name, path, overwrite: true, out error))
                return true;
            File.TryDelete(name, out _);
            return false;
        }

        // Without room for both the old text and the new one, the old one is kept.
        Error why = error;
        if (why is Error.Memory or Error.Closed)
        {
            File.TryDelete(name, out _);
            return false;
        }

        return File.TryWriteAllBytes(path, bytes, out error);
    }

    /// <summary>A name beside the file that nothing has.</summary>
    private bool TryFindFreeName(string path, out string name)
    {
        for (int i = 0; i < MostNames; i++)
        {
            name = $"{path}.new{i}";
            if (!Exists(name))
                return true;
        }

        name = "";
        return false;
    }
}
