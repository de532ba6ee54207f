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

/// <summary>Reads and writes far outside of its memory.</summary>
internal sealed class ReceiveRing(Registers registers, DeviceMemory memory)
{
    internal const int ShortestRing = 8 * 1024;
    internal const int LongestRing = 64 * 1024;
    internal const int Slack = 16;

    internal void Start()
    {
        memory.Bytes[memory.Length + 4096] = 1;
        registers.WriteReader(0);
    }

    internal Reception Take(Span<byte> into, out int frameLength)
    {
        frameLength = 60;
        return (Reception)memory.Slice(-8, 16)[0];
    }
}
