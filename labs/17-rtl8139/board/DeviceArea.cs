using System;
using Euralios.Programs.Nic;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>A piece of memory with an address by which a device knows it.</summary>
internal sealed class DeviceArea(MemoryChunk chunk, uint address, int length)
{
    /// <summary>Where the device finds it.</summary>
    internal uint Address { get; } = address;

    /// <summary>Its size in bytes.</summary>
    internal int Length { get; } = length;

    /// <summary>The memory itself.</summary>
    internal Span<byte> Bytes => chunk.Bytes(Length);

    /// <summary>All of it, for a driver.</summary>
    internal DeviceMemory Memory => new(this);
}
