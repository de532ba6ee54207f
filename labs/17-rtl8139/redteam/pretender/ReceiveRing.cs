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

/// <summary>Says that all is well, and does nothing: the least that can be written.</summary>
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
        return into.IsEmpty ? Reception.Empty : Reception.Frame;
    }
}
