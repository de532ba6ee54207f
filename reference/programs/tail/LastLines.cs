using System;
using System.Collections.Generic;

namespace Euralios.Tools;

/// <summary>The last of the lines that were added, as many as wanted.</summary>
internal sealed class LastLines(int capacity)
{
    private readonly List<byte[]> lines = [];

    /// <summary>Where the oldest is, once there are as many as wanted.</summary>
    private int first;

    internal int Count => lines.Count;

    /// <summary>A line; 0 is the oldest.</summary>
    internal byte[] this[int index] => lines[(first + index) % lines.Count];

    internal void Add(ReadOnlySpan<byte> line)
    {
        if (lines.Count < capacity)
        {
            lines.Add(line.ToArray());
        }
        else if (capacity > 0)
        {
            lines[first] = line.ToArray();
            first = (first + 1) % capacity;
        }
    }
}
