using System.Collections.Generic;
using Euralios.Std;

namespace System.IO;

/// <summary>Files by their paths. Text is UTF-8.</summary>
public static partial class File
{
    public static bool Exists(string? path) =>
        !string.IsNullOrEmpty(path) && !path.EndsWith('/') && FileSystem.TryGetStatus(path, out FileStatus status, out _) && !status.IsDirectory;

    public static byte[] ReadAllBytes(string path)
    {
        if (!TryReadAllBytes(path, out byte[] bytes, out Error error))
            FileFailure.Throw(error, path);
        return bytes;
    }

    public static string ReadAllText(string path)
    {
        if (!TryReadAllText(path, out string text, out Error error))
            FileFailure.Throw(error, path);
        return text;
    }

    public static string[] ReadAllLines(string path)
    {
        if (!TryReadAllLines(path, out string[] lines, out Error error))
            FileFailure.Throw(error, path);
        return lines;
    }

    public static void WriteAllBytes(string path, byte[] bytes)
    {
        if (!TryWriteAllBytes(path, bytes, out Error error))
            FileFailure.Throw(error, path);
    }

    public static void WriteAllText(string path, string? contents)
    {
        if (!TryWriteAllText(path, contents, out Error error))
            FileFailure.Throw(error, path);
    }

    /// <summary>The file's lines, one after the other as they are asked for. The file is open until the last, or until the enumerator is disposed of.</summary>
    public static IEnumerable<string> ReadLines(string path) => Lines(new StreamReader(path));

    public static void WriteAllLines(string path, string[] contents) => WriteAllLines(path, (IEnumerable<string>)contents);

    public static void WriteAllLines(string path, IEnumerable<string> contents)
    {
        if (!TryWriteAllLines(path, contents, out Error error))
            FileFailure.Throw(error, path);
    }

    public static void AppendAllText(string path, string? contents)
    {
        if (!TryAppendAllText(path, contents, out Error error))
            FileFailure.Throw(error, path);
    }

    public static void AppendAllLines(string path, IEnumerable<string> contents)
    {
        if (!TryAppendAllLines(path, contents, out Error error))
            FileFailure.Throw(error, path);
    }

    public static void Copy(string sourceFileName, string destFileName) => Copy(sourceFileName, destFileName, overwrite: false);

    public static void Copy(string sourceFileName, string destFileName, bool overwrite)
    {
        if (!TryCopy(sourceFileName, destFileName, overwrite, out Error error))
            FileFailure.Throw(error, error == Error.Exists ? destFileName : sourceFileName);
    }

    public static void Move(string sourceFileName, string destFileName) => Move(sourceFileName, destFileName, overwrite: false);

    public static void Move(string sourceFileName, string destFileName, bool overwrite)
    {
        if (!TryMove(sourceFileName, destFileName, overwrite, out Error error))
            FileFailure.Throw(error, error == Error.Exists ? destFileName : sourceFileName);
    }

    /// <summary>Removes a file; one that is not there is no error.</summary>
    public static void Delete(string path)
    {
        if (!TryDelete(path, out Error error) && error != Error.NotFound)
            FileFailure.Throw(error, path);
    }

    public static FileStream Open(string path, FileMode mode) => new(path, mode);

    public static FileStream Open(string path, FileMode mode, FileAccess access) => new(path, mode, access);

    public static FileStream OpenRead(string path) => new(path, FileMode.Open, FileAccess.Read);

    public static FileStream OpenWrite(string path) => new(path, FileMode.OpenOrCreate, FileAccess.Write);

    public static FileStream Create(string path) => new(path, FileMode.Create);

    public static StreamReader OpenText(string path) => new(path);

    public static StreamWriter CreateText(string path) => new(path);

    public static StreamWriter AppendText(string path) => new(path, append: true);

    private static IEnumerable<string> Lines(StreamReader reader)
    {
        using (reader)
        {
            while (reader.ReadLine() is { } line)
                yield return line;
        }
    }
}
