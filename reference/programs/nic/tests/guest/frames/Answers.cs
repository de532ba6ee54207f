using System;
using Euralios.Std;

namespace Euralios.Programs.Nic.Tests;

/// <summary>What a driver must refuse, and how.</summary>
internal static class Answers
{
    private static bool isRight = true;

    internal static bool Check(Handle nic)
    {
        Asked(nic, "READ", new Message(Tags.Read), Tags.Empty);
        Asked(nic, "WRITE without memory", new Message(Tags.Write, 60), Tags.InvalidFormat);
        Asked(nic, "WRITE of 13", Memory(Tags.Write, 13, 1), Tags.InvalidValue);
        Asked(nic, "WRITE of 1515", Memory(Tags.Write, 1515, 1), Tags.InvalidValue);
        Asked(nic, "WRITE behind the memory's end", Memory(Tags.Write, 0x10_0000, 1), Tags.InvalidFormat);
        Asked(nic, "WRITE of 14", Memory(Tags.Write, 14, 1), Tags.Ok);
        Asked(nic, "WRITE of 1514", Memory(Tags.Write, 1514, 1), Tags.Ok);
        Asked(nic, "ATTACH without a handle", new Message(NicTags.Attach, 5), Tags.InvalidFormat);
        Asked(nic, "FRAMES without memory", new Message(NicTags.Frames, 0), Tags.InvalidFormat);
        Asked(nic, "FRAMES with little memory", Memory(NicTags.Frames, 0, 7), Tags.InvalidFormat);
        Asked(nic, "FRAMES, none", Memory(NicTags.Frames, 0, 8), NicTags.Frames);
        Asked(nic, "FRAMES with a frame of nothing", Memory(NicTags.Frames, 4, 8), Tags.InvalidFormat);
        Asked(nic, "FRAMES of more than there is", Memory(NicTags.Frames, 40_000, 8), Tags.InvalidFormat);
        Asked(nic, "GET_MAC_ADDRESS", new Message(NicTags.GetMacAddress), NicTags.MacAddress);
        Asked(nic, "something else", new Message(999), Tags.UnknownMessage);
        var notice = new Message(Tags.Close);
        SystemCall.TrySend(nic, ref notice, out _);
        Listeners(nic);
        KernelLog.WriteLine($"counters {Device.Query(nic)}");
        KernelLog.WriteLine(isRight ? "answers: right" : "answers: wrong");
        return isRight;
    }

    /// <summary>Whoever attaches takes the place of whoever is attached, and so on.</summary>
    private static void Listeners(Handle nic)
    {
        for (int i = 0; i < 100; i++)
        {
            SystemCall.TryNewRendezvous(out Handle own, out Handle driver, out _);
            Asked(nic, "ATTACH", new Message(NicTags.Attach, driver), Tags.Ok);
            Asked(nic, "READ while somebody is attached", new Message(Tags.Read), Tags.Empty);
            SystemCall.TryClose(own, out _);
        }
    }

    private static Message Memory(ulong tag, ulong length, ulong pages)
    {
        SystemCall.TryAllocate(pages, out MemoryChunk chunk, out _);
        return new Message(tag, length, chunk);
    }

    private static void Asked(Handle nic, string what, Message question, ulong expected)
    {
        if (!SystemCall.TrySendReceive(nic, ref question, out Message answer, out Error error) || answer.Tag != expected)
        {
            KernelLog.WriteLine($"{what}: {answer.Tag} {error.Text()}, not {expected}");
            isRight = false;
        }

        answer.Release();
    }
}
