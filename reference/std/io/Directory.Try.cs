using Euralios.Std;

namespace System.IO;

// The forms that do not throw.
public static partial class Directory
{
    /// <summary>Makes a directory, and those that lead to it. One that is there is no error.</summary>
    public static bool TryCreateDirectory(string path, out Error error)
    {
        if (!FileSystem.TryGetFullPath(path, out string fullPath, out error))
            return false;
        if (TryMakeOne(fullPath, out error))
            return true;
        if (error != Error.NotFound || Path.GetDirectoryName(fullPath) is not { } parent)
            return false;
        return TryCreateDirectory(parent, out error) && TryMakeOne(fullPath, out error);
    }

    /// <summary>Removes a directory, with all that is in it if that is wanted.</summary>
    public static bool TryDelete(string path, bool recursive, out Error error)
    {
        if (recursive)
        {
            if (!DirectoryListing.TryRead(path, out DirectoryEntry[] entries, out error))
                return false;
            foreach (DirectoryEntry entry in entries)
            {
                string inside = Path.Join(path, entry.Name);
                if (!(entry.IsDirectory ? TryDelete(inside, recursive: true, out error) : File.TryDelete(inside, out error)))
                    return false;
            }
        }

        if (!FileSystem.TryAsk(path, Tags.RemoveDirectory, Tags.Ok, out Message answer, out error))
            return false;
        answer.Release();
        return true;
    }

    /// <summary>Gives a directory another name, on the same server.</summary>
    public static bool TryMove(string sourceDirName, string destDirName, out Error error)
    {
        if (!FileSystem.TryGetStatus(sourceDirName, out _, out error))
            return false;
        if (FileSystem.TryGetStatus(destDirName, out _, out _))
        {
            error = Error.Exists;
            return false;
        }

        return FileSystem.TryRename(sourceDirName, destDirName, out error);
    }

    public static bool TryGetFiles(string path, out string[] files, out Error error) => TryGet(path, true, false, out files, out error);

    public static bool TryGetDirectories(string path, out string[] directories, out Error error) => TryGet(path, false, true, out directories, out error);

    public static bool TryGetFileSystemEntries(string path, out string[] entries, out Error error) => TryGet(path, true, true, out entries, out error);

    /// <summary>Makes a directory the one where paths begin; it must exist.</summary>
    public static bool TrySetCurrentDirectory(string path, out Error error)
    {
        if (!FileSystem.TryGetFullPath(path, out string fullPath, out error) || !FileSystem.TryGetStatus(fullPath, out FileStatus status, out error))
            return false;
        error = status.IsDirectory ? Error.None : Error.NotDirectory;
        if (error != Error.None)
            return false;
        Environment.SetCurrentDirectory(fullPath);
        return true;
    }

    private static bool TryMakeOne(string path, out Error error)
    {
        if (FileSystem.TryAsk(path, Tags.MakeDirectory, Tags.Ok, out Message answer, out error))
        {
            answer.Release();
            return true;
        }

        if (error is Error.Exists or Error.Denied or Error.Parameter && Exists(path))
            error = Error.None;
        return error == Error.None;
    }

    private static bool TryGet(string path, bool files, bool directories, out string[] paths, out Error error)
    {
        bool isRead = DirectoryListing.TryRead(path, out DirectoryEntry[] entries, out error);
        paths = Select(path, entries, files, directories);
        return isRead;
    }
}
