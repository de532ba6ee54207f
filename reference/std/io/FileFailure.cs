using System;
using System.Diagnostics.CodeAnalysis;
using System.IO;

namespace Euralios.Std;

/// <summary>From an error to the exception that .NET throws.</summary>
internal static class FileFailure
{
    /// <summary>Something about a file could not be done.</summary>
    [DoesNotReturn]
    internal static void Throw(Error error, string path) => throw (error switch
    {
        Error.NotFound => new FileNotFoundException($"Could not find file '{path}'.", path),
        Error.Denied => new UnauthorizedAccessException($"Access to the path '{path}' is denied."),
        Error.Exists => new IOException($"The file '{path}' already exists."),
        _ => new IOException($"{error.Text()} : '{path}'"),
    });

    /// <summary>Something about a directory could not be done.</summary>
    [DoesNotReturn]
    internal static void ThrowOfDirectory(Error error, string path) => throw (error switch
    {
        Error.NotFound or Error.NotDirectory => new DirectoryNotFoundException($"Could not find a part of the path '{path}'."),
        Error.Denied => new UnauthorizedAccessException($"Access to the path '{path}' is denied."),
        _ => new IOException($"{error.Text()} : '{path}'"),
    });
}
