using System;
using Euralios.Std;

namespace Euralios.Programs.Nic.Tests;

/// <summary>
/// Starts the PCI server and the network card's driver, and then does what the archive's file <c>mode</c> says: <c>read</c> and <c>attach</c> send back
/// every frame, through READ and WRITE or through FRAMES; <c>sink</c> takes frames and sends nothing; <c>source</c> sends some; <c>absent</c> is a machine
/// without a card; <c>answers</c> asks what must be refused. A frame whose type is <see cref="End"/> ends it. What the driver has counted is printed.
/// </summary>
internal static class Program
{
    /// <summary>The types of frames (IEEE Std 802, local experiments): those of the test, and the last.</summary>
    private const int Test = 0x88B5;
    private const int End = 0x88B6;

    private static int Main()
    {
        if (!SystemCall.TryReceive(Handle.StandardInput, out Message message, out Error error))
            return Fail("no archive", error);
        message.Second.IsMemory(out MemoryChunk chunk);
        var archive = new Archive(chunk.Bytes((int)message.First.Value));
        archive.TryFind("mode"u8, out ReadOnlySpan<byte> text);
        string mode = text.IsEmpty ? "attach" : Text.FromUtf8(text);
        if (!Machine.TryStart(archive, out Handle nic, out error))
            return mode == "absent" ? Absent(error) : Fail("no card", error);
        if (mode == "answers")
            return Answers.Check(nic) ? 0 : 1;
        if (!Device.TryWrite(nic, Ready(), out error))
            return Fail("WRITE", error);
        switch (mode)
        {
            case "read":
                Read(nic);
                break;
            case "attach" or "sink":
                Attach(nic, mode == "attach");
                break;
            case "source":
                Source.Run(nic);
                break;
        }

        KernelLog.WriteLine($"counters {Device.Query(nic)}");
        return 0;
    }

    /// <summary>Whether a frame is the last.</summary>
    internal static bool IsEnd(ReadOnlySpan<byte> frame) => (frame[12] << 8 | frame[13]) == End;

    /// <summary>A frame to everybody that says that the machine is there.</summary>
    internal static byte[] Ready()
    {
        byte[] frame = new byte[60];
        frame.AsSpan(0, 6).Fill(0xFF);
        frame[12] = Test >> 8;
        frame[13] = Test & 0xFF;
        return frame;
    }

    /// <summary>
    /// Sends frames back until the last has come twice. The other end says it again when it has it: a machine that went off before would take along what
    /// its card has not sent.
    /// </summary>
    private static void Read(Handle nic)
    {
        bool isEnding = false;
        while (true)
        {
            if (!Device.TryRead(nic, out ReadOnlySpan<byte> frame, out Message answer))
            {
                SystemCall.Yield();
                continue;
            }

            if (IsEnd(frame) && isEnding)
                return;
            isEnding |= IsEnd(frame);

            // The memory goes to the driver as it came.
            var back = new Message(Tags.Write, answer.First, answer.Second);
            if (!RemoteCall.TryCall(nic, ref back, Tags.Ok, out _, out Error error))
                KernelLog.WriteLine($"WRITE of {frame.Length}: {error.Text()}");
        }
    }

    /// <summary>As <see cref="Read"/>, attached; or takes all frames, and sends only the last back.</summary>
    private static void Attach(Handle nic, bool sendsBack)
    {
        SystemCall.TryNewRendezvous(out Handle own, out Handle driver, out _);
        var attach = new Message(NicTags.Attach, driver);
        if (!RemoteCall.TryCall(nic, ref attach, Tags.Ok, out _, out Error error))
        {
            KernelLog.WriteLine($"ATTACH: {error.Text()}");
            return;
        }

        Device.TryWrite(nic, Ready(), out _);
        int batches = 0;
        int frames = 0;
        for (int ends = 0; ends < 2;)
        {
            if (!SystemCall.TryReceive(own, out Message message, out error))
            {
                KernelLog.WriteLine($"FRAMES: {error.Text()}");
                return;
            }

            byte[] end = [];
            message.TryGetBytes(out ReadOnlySpan<byte> list);
            while (FrameList.TryTake(ref list, out ReadOnlySpan<byte> frame))
            {
                frames++;
                if (!IsEnd(frame))
                    continue;
                end = frame.ToArray();
                ends++;
            }

            batches++;
            if (!list.IsEmpty)
                KernelLog.WriteLine("FRAMES: no list");
            Answer.Send(own, new Message(NicTags.Frames, sendsBack ? message.First : 0, message.Second));
            if (!sendsBack && end.Length > 0 && !Device.TryWrite(nic, end, out error))
                KernelLog.WriteLine($"WRITE: {error.Text()}");
        }

        KernelLog.WriteLine($"batches {batches} frames {frames}");
    }

    private static int Absent(Error error)
    {
        KernelLog.WriteLine($"absent: {error.Text()}");
        return 0;
    }

    private static int Fail(string what, Error error)
    {
        KernelLog.WriteLine($"{what}: {error.Text()}");
        return 1;
    }
}
