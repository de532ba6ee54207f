using System.Collections.Generic;

namespace Euralios.Shell;

/// <summary>Lines that were entered, the oldest first. Of too many the oldest are forgotten.</summary>
internal sealed class History(int capacity)
{
    private readonly List<string> lines = [];

    internal int Count => lines.Count;

    /// <summary>A line; 0 is the oldest.</summary>
    internal string this[int index] => lines[index];

    /// <summary>Adds a line; false where it is empty, begins with a space, or is the one before again.</summary>
    internal bool Add(string line)
    {
        if (line.Trim().Length == 0 || line.StartsWith(' ') || (lines.Count > 0 && lines[lines.Count - 1] == line))
            return false;
        if (lines.Count == capacity)
            lines.RemoveAt(0);
        lines.Add(line);
        return true;
    }

    internal void Clear() => lines.Clear();

    /// <summary>The newest line before a place that contains a text; -1 where there is none.</summary>
    internal int FindBefore(int index, string text)
    {
        for (int i = index - 1; i >= 0; i--)
        {
            if (lines[i].Contains(text))
                return i;
        }

        return -1;
    }
}
