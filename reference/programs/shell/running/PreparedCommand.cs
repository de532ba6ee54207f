using System.Collections.Generic;
using System.IO;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>A command whose words are expanded, whose files are open and whose program is loaded: what is left to do cannot fail for a person's mistake.</summary>
internal sealed class PreparedCommand
{
    /// <summary>Its name and its arguments; empty where there are only assignments or redirections.</summary>
    internal List<string> Words { get; set; } = [];

    /// <summary>Variables of the form NAME=value for this command alone.</summary>
    internal List<string> Assignments { get; } = [];

    internal BuiltIn? BuiltIn { get; set; }

    /// <summary>The program's file.</summary>
    internal byte[] Image { get; set; } = [];

    internal Streams Streams { get; } = new();

    /// <summary>The file that is its input.</summary>
    internal FileStream? InputFile { get; private set; }

    internal void SetInputFile(FileStream? file)
    {
        InputFile?.TryClose(out _);
        InputFile = file;
    }

    /// <summary>Takes the file, which is the caller's then.</summary>
    internal FileStream? TakeInputFile()
    {
        FileStream? file = InputFile;
        InputFile = null;
        return file;
    }

    internal void Close()
    {
        SetInputFile(null);
        Streams.Close();
    }
}
