using System.Collections.Generic;
using Euralios.Std;

namespace System.IO;

/// <summary>Directories by their paths.</summary>
public static partial class Directory
{
    public static bool Exists(string? path) =>
        !string.IsNullOrEmpty(path) && FileSystem.TryGetStatus(path!, out FileStatus status, out _) && status.IsDirectory;

    /// <summary>Makes a directory, and those that lead to it.</summary>
    public static void CreateDirectory(string path)
    {
        if (!TryCreateDirectory(path, out Error error))
            FileFailure.ThrowOfDirectory(error, path);
    }

    /// <summary>Removes an empty directory.</summary>
    public static void Delete(string path) => Delete(path, recursive: false);

    /// <summary>Removes a directory.</summary>
    /// <param name="path">Which.</param>
    /// <param name="recursive">Whether with all that is in it.</param>
    public static void Delete(string path, bool recursive)
    {
        if (!TryDelete(path, recursive, out Error error))
            FileFailure.ThrowOfDirectory(error, path);
    }

    public static void Move(string sourceDirName, string destDirName)
    {
        if (!TryMove(sourceDirName, destDirName, out Error error))
            FileFailure.ThrowOfDirectory(error, sourceDirName);
    }

    /// <summary>The paths of the files in a directory.</summary>
    public static string[] GetFiles(string path) => Get(path, files: true, directories: false);

    /// <summary>The paths of the directories in a directory.</summary>
    public static string[] GetDirectories(string path) => Get(path, files: false, directories: true);

    /// <summary>The paths of all that is in a directory.</summary>
    public static string[] GetFileSystemEntries(string path) => Get(path, files: true, directories: true);

    /// <summary>The paths of the files in a directory as it is now.</summary>
    public static IEnumerable<string> EnumerateFiles(string path) => GetFiles(path);

    /// <summary>The paths of the directories in a directory as it is now.</summary>
    public static IEnumerable<string> EnumerateDirectories(string path) => GetDirectories(path);

    /// <summary>The paths of all that is in a directory as it is now.</summary>
    public static IEnumerable<string> EnumerateFileSystemEntries(string path) => GetFileSystemEntries(path);

    public static string GetCurrentDirectory() => Environment.CurrentDirectory;

    public static void SetCurrentDirectory(string path) => Environment.CurrentDirectory = path;

    private static string[] Get(string path, bool files, bool directories)
    {
        if (!DirectoryListing.TryRead(path, out DirectoryEntry[] entries, out Error error))
            FileFailure.ThrowOfDirectory(error, path);
        return Select(path, entries, files, directories);
    }

    private static string[] Select(string path, DirectoryEntry[] entries, bool files, bool directories)
    {
        var paths = new List<string>();
        foreach (DirectoryEntry entry in entries)
        {
            if (entry.IsDirectory ? directories : files)
                paths.Add(Path.Join(path, entry.Name));
        }

        return paths.ToArray();
    }
}
