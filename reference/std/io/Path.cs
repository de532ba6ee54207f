namespace System.IO;

/// <summary>Paths as text, by .NET's rules on Unix. Nothing here looks whether anything is there.</summary>
public static partial class Path
{
    public const char DirectorySeparatorChar = '/';

    public const char AltDirectorySeparatorChar = '/';

    public const char PathSeparator = ':';

    /// <summary>Whether a path begins at the root.</summary>
    public static bool IsPathRooted(string? path) => path is not null && path.StartsWith('/');

    public static bool IsPathFullyQualified(string path) => IsPathRooted(path);

    /// <summary>What is behind the last slash.</summary>
    public static string? GetFileName(string? path) => path?.Substring(LastSlash(path) + 1);

    /// <summary>What is before the last slash; null for a root, and empty where there is no slash.</summary>
    public static string? GetDirectoryName(string? path)
    {
        if (path is null || path.Length == 0)
            return null;
        int end = LastSlash(path);
        while (end > 0 && path[end - 1] == '/')
            end--;
        if (end > 0)
            return WithSingleSlashes(path.AsSpan(0, end));
        if (!path.StartsWith('/'))
            return "";

        return path.Length > 1 ? "/" : null;
    }

    /// <summary>The last point of the name and what follows it; empty where nothing does.</summary>
    public static string? GetExtension(string? path)
    {
        if (path is null)
            return null;
        int point = LastPoint(path);
        return point < 0 || point == path.Length - 1 ? "" : path.Substring(point);
    }

    public static bool HasExtension(string? path) => path is not null && GetExtension(path)!.Length > 0;

    /// <summary>The name without the last point and what follows it.</summary>
    public static string? GetFileNameWithoutExtension(string? path)
    {
        if (path is null)
            return null;
        int start = LastSlash(path) + 1;
        int point = LastPoint(path);
        return path.Substring(start, (point < 0 ? path.Length : point) - start);
    }

    /// <summary>The path with another extension; without any where that is null.</summary>
    public static string? ChangeExtension(string? path, string? extension)
    {
        if (path is null || path.Length == 0)
            return path;
        int point = LastPoint(path);
        string rest = point < 0 ? path : path.Substring(0, point);
        if (extension is null)
            return rest;
        return extension.StartsWith('.') ? rest + extension : rest + "." + extension;
    }

    /// <summary>One path behind the other, unless the second begins at the root.</summary>
    public static string Combine(string path1, string path2)
    {
        ThrowIfNull(path1, nameof(path1));
        ThrowIfNull(path2, nameof(path2));
        return IsPathRooted(path2) ? path2 : Join(path1, path2);
    }

    public static string Combine(string path1, string path2, string path3) => Combine(Combine(path1, path2), path3);

    public static string Combine(params string[] paths)
    {
        string result = "";
        foreach (string path in paths)
            result = Combine(result, path);
        return result;
    }

    /// <summary>One path behind the other, with a slash between them.</summary>
    public static string Join(string? path1, string? path2)
    {
        if (path1 is null || path1.Length == 0)
            return path2 ?? "";
        if (path2 is null || path2.Length == 0)
            return path1;
        return path1.EndsWith('/') || path2.StartsWith('/') ? path1 + path2 : path1 + "/" + path2;
    }

    public static string Join(string? path1, string? path2, string? path3) => Join(Join(path1, path2), path3);

    public static bool EndsInDirectorySeparator(string path) => path.EndsWith('/');

    /// <summary>The path without a slash at its end, unless it is the root.</summary>
    public static string TrimEndingDirectorySeparator(string path) =>
        path.Length > 1 && path.EndsWith('/') ? path.Substring(0, path.Length - 1) : path;

    /// <summary>The path from the root on: "." and ".." resolved, and of several slashes one left.</summary>
    /// <param name="path">A path.</param>
    /// <param name="basePath">From where it goes, if it does not begin at the root; a full path itself.</param>
    public static string GetFullPath(string path, string basePath)
    {
        ThrowIfNull(path, nameof(path));
        ThrowIfNull(basePath, nameof(basePath));
        if (!IsPathRooted(basePath))
            throw new ArgumentException("Basepath argument is not fully qualified.", nameof(basePath));
        if (path.Contains('\0') || basePath.Contains('\0'))
            throw new ArgumentException("Null character in path.", nameof(path));
        return Resolve(Combine(basePath, path));
    }

    /// <summary>Resolves "." and "..", which above the root mean the root.</summary>
    private static string Resolve(string path)
    {
        char[] result = new char[path.Length + 1];
        int length = 0;
        ReadOnlySpan<char> rest = path;
        bool endsInSlash = true;
        while (!rest.IsEmpty)
        {
            int slash = rest.IndexOf('/');
            ReadOnlySpan<char> name = slash < 0 ? rest : rest.Slice(0, slash);
            rest = slash < 0 ? default : rest.Slice(slash + 1);
            endsInSlash = slash >= 0;
            if (name.IsEmpty || name.SequenceEqual("."))
                continue;
            if (name.SequenceEqual(".."))
            {
                while (length > 0 && result[--length] != '/')
                {
                }

                continue;
            }

            result[length++] = '/';
            name.CopyTo(new Span<char>(result, length, name.Length));
            length += name.Length;
        }

        if (length == 0 || endsInSlash)
            result[length++] = '/';
        return new string(new ReadOnlySpan<char>(result, 0, length));
    }

    private static int LastSlash(string path)
    {
        int at = path.Length - 1;
        while (at >= 0 && path[at] != '/')
            at--;
        return at;
    }

    /// <summary>The last point of the last name, or -1.</summary>
    private static int LastPoint(string path)
    {
        for (int at = path.Length - 1; at >= 0 && path[at] != '/'; at--)
        {
            if (path[at] == '.')
                return at;
        }

        return -1;
    }

    private static string WithSingleSlashes(ReadOnlySpan<char> path)
    {
        char[] result = new char[path.Length];
        int length = 0;
        foreach (char character in path)
        {
            if (character != '/' || length == 0 || result[length - 1] != '/')
                result[length++] = character;
        }

        return new string(new ReadOnlySpan<char>(result, 0, length));
    }

    private static void ThrowIfNull(string? value, string name)
    {
        if (value is null)
            throw new ArgumentNullException(name);
    }
}
