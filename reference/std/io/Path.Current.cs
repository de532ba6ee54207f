namespace System.IO;

// Paths from the current directory.
public static partial class Path
{
    /// <summary>The path from the root on, by way of the current directory.</summary>
    public static string GetFullPath(string path)
    {
        ThrowIfNull(path, nameof(path));
        if (path.Length == 0)
            throw new ArgumentException("The path is empty.", nameof(path));
        return GetFullPath(path, Environment.CurrentDirectory);
    }
}
