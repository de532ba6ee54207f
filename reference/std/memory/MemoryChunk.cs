using System;

namespace Euralios.Std;

/// <summary>
/// A piece of memory that can be sent to other processes: up to 1 GiB, known by the address that it begins at. Sending it moves it away.
/// How long it is, sender and receiver must tell each other.
/// </summary>
public readonly unsafe struct MemoryChunk(ulong address)
{
    public ulong Address { get; } = address;

    /// <summary>The chunk's first bytes. The caller vouches for the length: beyond the chunk's pages is nothing.</summary>
    public Span<byte> Bytes(int length) => new((void*)Address, length);

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
