using System;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>Memory for the simulated chip, and for the machine's.</summary>
internal static class DeviceAreas
{
    /// <summary>Memory that a simulated chip knows by some address.</summary>
    internal static DeviceArea New(int length, uint address)
    {
        if (!SystemCall.TryAllocate(Pages(length), out MemoryChunk chunk, out Error error))
            throw new InvalidOperationException(error.Text());
        return new DeviceArea(chunk, address, length);
    }

    /// <summary>Memory that the machine's chip knows by its physical address.</summary>
    internal static bool TryAllocate(int length, out DeviceArea area, out Error error)
    {
        bool done = SystemCall.TryAllocate(Pages(length), uint.MaxValue, out MemoryChunk chunk, out ulong address, out error);
        area = new DeviceArea(chunk, (uint)address, done ? length : 0);
        return done;
    }

    private static ulong Pages(int length) => ((ulong)length + SystemCall.PageSize - 1) / SystemCall.PageSize;
}
