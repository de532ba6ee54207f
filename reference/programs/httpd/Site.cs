using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Http;

/// <summary>What is at a path of the directory that is served.</summary>
internal enum SiteEntry
{
    Nothing,
    File,
    Directory,

    /// <summary>A directory whose path lacks the slash at its end.</summary>
    DirectoryWithoutSlash,
}

/// <summary>The directory that is served. What is hidden in it by a name with a point at its beginning, a shell's history for instance, is not there.</summary>
internal sealed class Site(string root)
{
    private const string Index = "index.html";
    private const char Hiding = '.';

    /// <summary>Finds what a path means: a directory's page where it has one.</summary>
    /// <param name="path">A path of <see cref="RequestPath"/>.</param>
    /// <param name="isDirectory">Whether it ends with a slash.</param>
    /// <param name="file">The file, if it is one, open for reading.</param>
    internal SiteEntry Find(string path, bool isDirectory, out FileStream? file)
    {
        file = null;
        if (path.StartsWith(Hiding) || path.Contains("/."))
            return SiteEntry.Nothing;
        string full = FullPath(path);
        if (Directory.Exists(full))
        {
            if (!isDirectory)
                return SiteEntry.DirectoryWithoutSlash;
            string index = Path.Join(full, Index);
            return !Directory.Exists(index) && TryOpen(index, out file) ? SiteEntry.File : SiteEntry.Directory;
        }

        return !isDirectory && TryOpen(full, out file) ? SiteEntry.File : SiteEntry.Nothing;
    }

    internal bool TryList(string path, out DirectoryEntry[] entries, out Error error)
    {
        bool isRead = DirectoryListing.TryRead(FullPath(path), out entries, out error);
        entries = Array.FindAll(entries, entry => !entry.Name.StartsWith(Hiding));
        return isRead;
    }

    private static bool TryOpen(string path, out FileStream? file)
    {
        bool isOpen = FileStream.TryOpen(path, FileMode.Open, FileAccess.Read, out FileStream opened, out _);
        file = isOpen ? opened : null;
        return isOpen;
    }

    private string FullPath(string path) => path.Length == 0 ? root : Path.Join(root, path);
}
