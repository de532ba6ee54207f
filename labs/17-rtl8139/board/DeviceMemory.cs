using System;
using Merriwig.Lab;

namespace Euralios.Programs.Nic;

/// <summary>Memory that a device reads and writes by itself. In this lab it is one that was handed out, whole: nobody makes another from an address.</summary>
internal readonly struct DeviceMemory(DeviceArea area)
{
    /// <summary>Where the device finds it.</summary>
    internal uint PhysicalAddress => area.Address;

    /// <summary>Its size in bytes.</summary>
    internal int Length => area.Length;

    /// <summary>The memory itself.</summary>
    internal Span<byte> Bytes => area.Bytes;

    /// <summary>A part of it.</summary>
    internal Span<byte> Slice(int start, int count) => Bytes.Slice(start, count);
}
