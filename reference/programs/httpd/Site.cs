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

/// <summary>The directory that is served.</summary>
internal sealed class Site(string root)
{
    private const string Index = "index.html";

    /// <summary>Finds what a path means: a directory's page where it has one.</summary>
    /// <param name="path">A path of <see cref="RequestPath"/>.</param>
    /// <param name="isDirectory">Whether it ends with a slash.</param>
    /// <param name="file">The file, if it is one, open for reading.</param>
    internal SiteEntry Find(string path, bool isDirectory, out FileStream? file)
    {
        file = null;
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

    internal bool TryList(string path, out DirectoryEntry[] entries, out Error error) => DirectoryListing.TryRead(FullPath(path), out entries, out error);

    private static bool TryOpen(string path, out FileStream? file)
    {
        bool isOpen = FileStream.TryOpen(path, FileMode.Open, FileAccess.Read, out FileStream opened, out _);
        file = isOpen ? opened : null;
        return isOpen;
    }

    private string FullPath(string path) => path.Length == 0 ? root : Path.Join(root, path);
}
