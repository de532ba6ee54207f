using System;
using Euralios.Std;

namespace Euralios.Programs.Nic;

/// <summary>Memory that a device reads and writes by itself: in one piece in physical memory, below 4 GiB.</summary>
internal readonly partial struct DeviceMemory(MemoryChunk chunk, uint physicalAddress, int length)
{
    /// <summary>Where the device finds it.</summary>
    internal uint PhysicalAddress { get; } = physicalAddress;

    /// <summary>Its size in bytes.</summary>
    internal int Length { get; } = length;

    /// <summary>The memory itself.</summary>
    internal Span<byte> Bytes => chunk.Bytes(Length);

    /// <summary>A part of it.</summary>
    internal Span<byte> Slice(int start, int count) => Bytes.Slice(start, count);
}
