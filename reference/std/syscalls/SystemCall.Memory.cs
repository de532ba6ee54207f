namespace Euralios.Std;

// Memory.
public static unsafe partial class SystemCall
{
    /// <summary>The size of a page in bytes.</summary>
    public const int PageSize = 4096;

    /// <summary>A new chunk of memory, whose pages come when they are first written to. They read as zero.</summary>
    public static bool TryAllocate(ulong pages, out MemoryChunk chunk, out Error error) => TryAllocate(pages, 0, out chunk, out _, out error);

    /// <summary>A new chunk of memory that lies in one piece in physical memory, for devices.</summary>
    /// <param name="pages">Its size.</param>
    /// <param name="highestPhysicalAddress">The last physical address that it may have.</param>
    /// <param name="chunk">The chunk.</param>
    /// <param name="physicalAddress">Where it is physically.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryAllocate(ulong pages, ulong highestPhysicalAddress, out MemoryChunk chunk, out ulong physicalAddress, out Error error)
    {
        bool done = Try(Make(SystemCallNumber.AllocateMemory, pages, highestPhysicalAddress), out SystemCallRegisters output, out error);
        chunk = done ? new MemoryChunk(output.Rdi) : default;
        physicalAddress = done ? output.Rsi : 0;
        return done;
    }

    /// <summary>Gives a chunk back.</summary>
    public static bool TryFree(MemoryChunk chunk, out Error error) => Try(Make(SystemCallNumber.FreeMemory, chunk.Address), out _, out error);

    /// <summary>Gives pages back that came on demand. They read as zero afterwards.</summary>
    /// <param name="address">Where they begin; a multiple of <see cref="PageSize"/>.</param>
    /// <param name="pages">1 to 16384.</param>
    /// <param name="error">Why they were not given back.</param>
    public static bool TryDecommit(void* address, ulong pages, out Error error) =>
        Try(Make(SystemCallNumber.Decommit, (ulong)address, pages), out _, out error);
}
