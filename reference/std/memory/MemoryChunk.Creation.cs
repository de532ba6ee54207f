using System;

namespace Euralios.Std;

public readonly unsafe partial struct MemoryChunk
{
    /// <summary>A new chunk with a copy of some bytes.</summary>
    public static bool TryCreate(ReadOnlySpan<byte> contents, out MemoryChunk chunk, out Error error)
    {
        ulong pages = ((ulong)Math.Max(contents.Length, 1) + SystemCall.PageSize - 1) / SystemCall.PageSize;
        if (!SystemCall.TryAllocate(pages, out chunk, out error))
            return false;
        contents.CopyTo(chunk.Bytes(contents.Length));
        return true;
    }
}
