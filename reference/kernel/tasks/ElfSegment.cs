namespace Merriwig.Tasks;

/// <summary>
/// A part of a program, to be put at its address: bytes of the file, then zeros. One that <see cref="ElfImage"/> holds has been checked: it has
/// memory, its bytes lie in the file and fit in its memory, its memory lies in the programs' range and shares no page with another segment's,
/// and it is not writable and executable at once.
/// </summary>
internal struct ElfSegment
{
    /// <summary>The first byte's virtual address, which need not be a page's.</summary>
    internal ulong Address;

    /// <summary>Bytes in memory, at least 1.</summary>
    internal ulong MemorySize;

    /// <summary>Where in the file the segment's bytes begin.</summary>
    internal int FileOffset;

    /// <summary>How many bytes the file gives; the rest of the memory is zero.</summary>
    internal int FileSize;

    /// <summary>Whether the program may write.</summary>
    internal bool IsWritable;

    /// <summary>Whether the program may execute code here.</summary>
    internal bool IsExecutable;

    /// <summary>The address after the last byte.</summary>
    internal readonly ulong End => Address + MemorySize;
}
