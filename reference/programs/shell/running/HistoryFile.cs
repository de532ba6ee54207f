using System.Collections.Generic;
using System.IO;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>The history in a file of the home directory, if that can be written.</summary>
internal sealed class HistoryFile
{
    private readonly History history;
    private readonly string path;
    private bool isWritable = true;

    /// <summary>Reads what earlier shells wrote.</summary>
    internal HistoryFile(ShellState state)
    {
        history = state.History;
        path = Path.Join(state.Home, ".history");
        if (!File.TryReadAllLines(path, out string[] lines, out _))
            return;
        foreach (string line in lines)
            history.Add(line);

        // A file that has grown far beyond what is used is written anew.
        if (lines.Length <= 2 * ShellState.HistoryLength)
            return;
        List<string> kept = [];
        for (int i = 0; i < history.Count; i++)
            kept.Add(history[i]);
        isWritable = File.TryWriteAllLines(path, kept.ToArray(), out _);
    }

    internal void Add(string line)
    {
        if (history.Add(line) && isWritable)
            isWritable = File.TryAppendAllText(path, line + "\n", out _);
    }
}
