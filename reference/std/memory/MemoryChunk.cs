using System;

namespace Euralios.Std;

/// <summary>
/// A piece of memory that can be sent to other processes: up to 1 GiB, known by the address that it begins at. Sending it moves it away.
/// How long it is, sender and receiver must tell each other.
/// </summary>
public readonly unsafe partial struct MemoryChunk(ulong address)
{
    public ulong Address { get; } = address;

    /// <summary>The chunk's first bytes. The caller vouches for the length: beyond the chunk's pages is nothing.</summary>
    public Span<byte> Bytes(int length) => new((void*)Address, length);
}
