using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Tools;

/// <summary>How tools say what went wrong: NAME: FILE: text.</summary>
internal static class Failure
{
    /// <summary>The status after something could not be done.</summary>
    internal const int Failed = 1;

    /// <summary>The status after a command line that has no meaning.</summary>
    internal const int WrongUse = 2;

    /// <summary>The program's name.</summary>
    internal static string Name => Arguments.Words.Length > 0 ? Path.GetFileName(Arguments.Words[0])! : "";

    /// <summary>Writes a line; returns <see cref="Failed"/>.</summary>
    internal static int Report(string message)
    {
        Console.Error.WriteLine($"{Name}: {message}");
        return Failed;
    }

    /// <inheritdoc cref="Report(string)"/>
    internal static int Report(string file, Error error) =>
        Report($"{file}: {(error == Error.Denied && Directory.Exists(file) ? "it is a directory" : error.Text())}");
}
