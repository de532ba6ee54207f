using System.Runtime.InteropServices;
using Euralios.Programs.Nic;
using Euralios.Std;

namespace Euralios.Programs.Nic.Tests;

/// <summary>A machine's memory that devices see at addresses of their own. What a device touches outside of it is noted, and comes to nothing.</summary>
internal sealed unsafe class SimulatedMemory : IDisposable
{
    private const uint Start = 0x10_0000;

    private readonly byte* _memory;
    private readonly int _length;
    private int _used;

    public SimulatedMemory(int length)
    {
        _length = length;
        _memory = (byte*)NativeMemory.AlignedAlloc((nuint)length, 4096);
        new Span<byte>(_memory, length).Clear();
    }

    /// <summary>How often a device reached outside.</summary>
    public int Faults { get; private set; }

    /// <summary>Memory for a device, in whole pages.</summary>
    public DeviceMemory Allocate(int length)
    {
        var memory = new DeviceMemory(new MemoryChunk((ulong)(_memory + _used)), Start + (uint)_used, length);
        _used += (length + 4095) & -4096;
        return memory;
    }

    /// <summary>What a device reads or writes at an address; a piece of the same length elsewhere if that is not there.</summary>
    public Span<byte> At(uint address, int length)
    {
        long offset = (long)address - Start;
        if (offset >= 0 && length >= 0 && offset + length <= _length)
            return new Span<byte>(_memory + offset, length);
        Faults++;
        return new byte[Math.Max(length, 0)];
    }

    public void Dispose() => NativeMemory.AlignedFree(_memory);
}
