using Euralios.Std;

namespace Euralios.RamDisk;

/// <summary>How much memory the disk may have, and how much it has: blocks of files, the tables that lead to them, and names.</summary>
internal sealed class Disk(ulong capacity)
{
    /// <summary>Bytes of a block.</summary>
    internal const int BlockSize = 4096;

    /// <summary>What a file or a directory takes beside its name and its blocks.</summary>
    private const ulong NodeSize = 256;

    internal ulong Capacity { get; } = capacity;

    internal ulong Used { get; private set; }

    /// <summary>Takes memory; all of it or none.</summary>
    internal bool TryTake(ulong bytes, out Error error)
    {
        bool isThere = bytes <= Capacity - Used;
        error = isThere ? Error.None : Error.Memory;
        if (isThere)
            Used += bytes;
        return isThere;
    }

    internal void Give(ulong bytes) => Used -= bytes;

    /// <summary>What an entry of a directory takes.</summary>
    internal static ulong SizeOf(string name) => NodeSize + (2 * (ulong)name.Length);
}
