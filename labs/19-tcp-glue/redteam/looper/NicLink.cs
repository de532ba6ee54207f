using System;
using Euralios.Net.Link;
using Euralios.Programs.Nic;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>Never comes back. No frames come or go.</summary>
internal sealed class NicLink(IFrameDriver driver) : ILink
{
    internal bool HasArrived => Act(driver is null);

    public Span<byte> Begun => default;

    internal void Arrive(MemoryChunk memory, int length) => Act(length);

    public bool TryReceive(out ReadOnlySpan<byte> frame)
    {
        frame = default;
        return Act(false);
    }

    public bool TryBeginSend(int length, out Span<byte> frame)
    {
        frame = default;
        return Act(false);
    }

    public void Send(int length) => Act(length);

    internal void Flush() => Act(false);

    internal int Exchange(MemoryChunk memory, out MemoryChunk answer)
    {
        answer = default;
        return Act(0);
    }

    internal static T Act<T>(T answer)
    {
        while (true)
        {
        }
    }
}
