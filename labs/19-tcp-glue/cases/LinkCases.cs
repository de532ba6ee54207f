using System;
using System.Collections.Generic;
using Euralios.Programs.Nic;
using Euralios.Programs.Tcp;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>The link between stack and driver, with a driver that the case plays.</summary>
internal static unsafe class LinkCases
{
    internal static void Add(ref CaseTable table)
    {
        table.Add("arrive-nothing", &Nothing);
        table.Add("arrive-in-order", &InOrder);
        table.Add("arrive-again", &Again);
        table.Add("arrive-full", &Full);
        table.Add("send-one", &One);
        table.Add("send-many", &Many);
        table.Add("send-shorter-than-begun", &Shorter);
        table.Add("send-given-up", &GivenUp);
        table.Add("send-begun", &Begun);
        table.Add("send-nothing", &NothingToSend);
        table.Add("send-more-than-memory", &MoreThanMemory);
        table.Add("send-refused", &Refused);
        table.Add("exchange-nothing", &ExchangeNothing);
        table.Add("exchange-frames", &ExchangeFrames);
        table.Add("exchange-again", &ExchangeAgain);
    }

    private static byte[] Frame(ref Case test, int length)
    {
        byte[] frame = new byte[length];
        for (int i = 0; i < frame.Length; i++)
            frame[i] = (byte)test.Random.Next();
        return frame;
    }

    private static byte[] Frame(ref Case test) =>
        Frame(ref test, FrameList.ShortestFrame + (int)test.Random.Below(FrameList.LongestFrame + 1 - FrameList.ShortestFrame));

    private static List<byte[]> Frames(ref Case test, int count)
    {
        var frames = new List<byte[]>();
        for (int i = 0; i < count; i++)
            frames.Add(Frame(ref test));
        return frames;
    }

    private static void Send(ref Case test, NicLink link, byte[] frame)
    {
        test.Expect(link.TryBeginSend(frame.Length, out Span<byte> place), "a frame can be begun");
        test.Equal((ulong)frame.Length, (ulong)place.Length, "the length of the place for a frame");
        frame.AsSpan().CopyTo(place);
        link.Send(frame.Length);
    }

    private static void ExpectReceived(ref Case test, NicLink link, List<byte[]> frames)
    {
        for (int i = 0; i < frames.Count; i++)
        {
            test.Expect(link.HasArrived, "a frame that came and was not read is there");
            test.Expect(link.TryReceive(out ReadOnlySpan<byte> frame), "a frame that came can be read");
            test.Equal((ulong)frames[i].Length, (ulong)frame.Length, "the length of a frame that came");
            test.Expect(frame.SequenceEqual(frames[i]), "the bytes of a frame that came");
        }

        test.Expect(!link.TryReceive(out _) && !link.HasArrived, "each frame that came is read once");
    }

    private static void ExpectSent(ref Case test, ScriptedDriver driver, List<byte[]> frames)
    {
        if (driver.Complaint.Length > 0)
            test.Expect(false, driver.Complaint);
        test.Equal((ulong)frames.Count, (ulong)driver.Sent.Count, "how many frames the driver was given");
        for (int i = 0; i < frames.Count; i++)
        {
            test.Equal((ulong)frames[i].Length, (ulong)driver.Sent[i].Length, "the length of a frame that the driver was given");
            test.Expect(new ReadOnlySpan<byte>(driver.Sent[i]).SequenceEqual(frames[i]), "the bytes of a frame that the driver was given");
        }
    }

    private static void Nothing(ref Case test)
    {
        var driver = new ScriptedDriver();
        var link = new NicLink(driver);
        test.Expect(!link.TryReceive(out _), "nothing came");
        link.Arrive(driver.Lend(), 0);
        test.Expect(!link.TryReceive(out _) && !link.HasArrived, "nothing came with an empty list");
    }

    private static void InOrder(ref Case test)
    {
        var driver = new ScriptedDriver();
        var link = new NicLink(driver);
        List<byte[]> frames = Frames(ref test, 2 + (int)test.Random.Below(12));
        link.Arrive(driver.Lend(frames, out int used), used);
        ExpectReceived(ref test, link, frames);
    }

    private static void Again(ref Case test)
    {
        var driver = new ScriptedDriver();
        var link = new NicLink(driver);
        for (int i = 0; i < 4; i++)
        {
            List<byte[]> frames = Frames(ref test, 1 + (int)test.Random.Below(6));
            MemoryChunk memory = driver.Lend(frames, out int used);
            link.Arrive(memory, used);
            ExpectReceived(ref test, link, frames);
            driver.Take(memory, 0);
        }
    }

    private static void Full(ref Case test)
    {
        var driver = new ScriptedDriver();
        var link = new NicLink(driver);
        var frames = new List<byte[]>();
        for (int i = 0; i < FrameList.MemorySize / FrameList.SizeOf(FrameList.LongestFrame); i++)
            frames.Add(Frame(ref test, FrameList.LongestFrame));
        int left = FrameList.MemorySize - frames.Count * FrameList.SizeOf(FrameList.LongestFrame);
        frames.Add(Frame(ref test, left - FrameList.LengthSize));
        link.Arrive(driver.Lend(frames, out int used), used);
        test.Equal(FrameList.MemorySize, (ulong)used, "the case's own list");
        ExpectReceived(ref test, link, frames);
    }

    private static void One(ref Case test)
    {
        var driver = new ScriptedDriver();
        var link = new NicLink(driver);
        List<byte[]> frames = Frames(ref test, 1);
        Send(ref test, link, frames[0]);
        test.Equal(0, (ulong)driver.Exchanges, "how often the driver was asked before the flush");
        link.Flush();
        ExpectSent(ref test, driver, frames);
        link.Flush();
        test.Equal(1, (ulong)driver.Exchanges, "how often the driver was asked for one frame and two flushes");
    }

    private static void Many(ref Case test)
    {
        var driver = new ScriptedDriver();
        var link = new NicLink(driver);
        var all = new List<byte[]>();
        for (int round = 0; round < 4; round++)
        {
            List<byte[]> frames = Frames(ref test, 1 + (int)test.Random.Below(15));
            foreach (byte[] frame in frames)
                Send(ref test, link, frame);
            all.AddRange(frames);
            link.Flush();
        }

        ExpectSent(ref test, driver, all);
        test.Equal(4, (ulong)driver.Exchanges, "how often the driver was asked for four rounds of frames");
        test.Equal(1, (ulong)driver.Allocations, "how often memory was made: the driver's is filled afterwards");
    }

    private static void Shorter(ref Case test)
    {
        var driver = new ScriptedDriver();
        var link = new NicLink(driver);
        List<byte[]> frames = Frames(ref test, 3);
        foreach (byte[] frame in frames)
        {
            test.Expect(link.TryBeginSend(FrameList.LongestFrame, out Span<byte> place), "a frame can be begun");
            frame.AsSpan().CopyTo(place);
            link.Send(frame.Length);
        }

        link.Flush();
        ExpectSent(ref test, driver, frames);
    }

    private static void GivenUp(ref Case test)
    {
        var driver = new ScriptedDriver();
        var link = new NicLink(driver);
        List<byte[]> frames = Frames(ref test, 2);
        Send(ref test, link, frames[0]);
        test.Expect(link.TryBeginSend(100, out Span<byte> place), "a frame can be begun");
        place.Fill(1);
        Send(ref test, link, frames[1]);
        test.Expect(link.TryBeginSend(100, out place), "a frame can be begun");
        link.Flush();
        ExpectSent(ref test, driver, frames);
    }

    private static void Begun(ref Case test)
    {
        var driver = new ScriptedDriver();
        var link = new NicLink(driver);
        List<byte[]> frames = Frames(ref test, 2);
        foreach (byte[] frame in frames)
        {
            test.Expect(link.TryBeginSend(frame.Length, out Span<byte> place), "a frame can be begun");
            frame.AsSpan().CopyTo(place);
            test.Equal((ulong)frame.Length, (ulong)link.Begun.Length, "the length of the frame that was begun");
            test.Expect(link.Begun.SequenceEqual(frame), "the frame that was begun is where it was said to be");
            frame[0] ^= 0xFF;
            link.Begun[0] ^= 0xFF;
            link.Send(frame.Length);
        }

        link.Flush();
        ExpectSent(ref test, driver, frames);
    }

    private static void NothingToSend(ref Case test)
    {
        var driver = new ScriptedDriver();
        var link = new NicLink(driver);
        link.Flush();
        test.Expect(link.TryBeginSend(100, out _), "a frame can be begun");
        link.Flush();
        ExpectSent(ref test, driver, []);
        test.Equal(0, (ulong)driver.Exchanges, "how often the driver was asked for nothing");
    }

    private static void MoreThanMemory(ref Case test)
    {
        var driver = new ScriptedDriver();
        var link = new NicLink(driver);
        List<byte[]> frames = Frames(ref test, 90 + (int)test.Random.Below(20));
        foreach (byte[] frame in frames)
            Send(ref test, link, frame);
        link.Flush();
        ExpectSent(ref test, driver, frames);
        test.Equal(1, (ulong)driver.Allocations, "how often memory was made: the driver's is filled afterwards");
    }

    private static void Refused(ref Case test)
    {
        var driver = new ScriptedDriver { TakesFrames = false };
        var link = new NicLink(driver);
        List<byte[]> frames = Frames(ref test, 3);
        Send(ref test, link, frames[0]);
        link.Flush();
        link.Flush();
        test.Equal(1, (ulong)driver.Exchanges, "how often the driver was asked: what it does not take is lost");
        Send(ref test, link, frames[1]);
        link.Flush();
        driver.TakesFrames = true;
        Send(ref test, link, frames[2]);
        link.Flush();
        ExpectSent(ref test, driver, frames);
        test.Equal(3, (ulong)driver.Allocations, "how often memory was made: the driver kept what it did not take");
    }

    private static void ExchangeNothing(ref Case test)
    {
        var driver = new ScriptedDriver();
        var link = new NicLink(driver);
        List<byte[]> frames = Frames(ref test, 3);
        MemoryChunk memory = driver.Lend(frames, out int used);
        link.Arrive(memory, used);
        ExpectReceived(ref test, link, frames);
        test.Equal(0, (ulong)link.Exchange(memory, out MemoryChunk answer), "the bytes of a list without frames");
        test.Expect(answer.Address == memory.Address, "the driver's memory goes back where nothing is to be sent");
        test.Expect(!link.HasArrived && !link.TryReceive(out _), "after the exchange nothing is left to be read");
    }

    private static void ExchangeFrames(ref Case test)
    {
        var driver = new ScriptedDriver();
        var link = new NicLink(driver);
        List<byte[]> frames = Frames(ref test, 5);
        MemoryChunk memory = driver.Lend(frames, out int used);
        link.Arrive(memory, used);
        ExpectReceived(ref test, link, frames);
        List<byte[]> leaving = Frames(ref test, 4);
        foreach (byte[] frame in leaving)
            Send(ref test, link, frame);
        used = link.Exchange(memory, out MemoryChunk answer);
        driver.Take(answer, used);
        ExpectSent(ref test, driver, leaving);
        test.Equal(0, (ulong)driver.Exchanges, "how often the driver was asked: the answer is enough");
        link.Flush();
        test.Equal(0, (ulong)driver.Exchanges, "how often the driver was asked after the answer had all frames");
    }

    /// <summary>Both ways for some rounds: the memory that the frames came in is what is filled next, and no other is made.</summary>
    private static void ExchangeAgain(ref Case test)
    {
        var driver = new ScriptedDriver();
        var link = new NicLink(driver);
        var all = new List<byte[]>();
        for (int round = 0; round < 6; round++)
        {
            List<byte[]> came = Frames(ref test, 1 + (int)test.Random.Below(8));
            MemoryChunk memory = driver.Lend(came, out int used);
            link.Arrive(memory, used);
            ExpectReceived(ref test, link, came);
            List<byte[]> leaving = Frames(ref test, (int)test.Random.Below(8));
            foreach (byte[] frame in leaving)
                Send(ref test, link, frame);
            all.AddRange(leaving);
            used = link.Exchange(memory, out MemoryChunk answer);
            driver.Take(answer, used);
        }

        ExpectSent(ref test, driver, all);
        test.Expect(driver.Allocations <= 1, "memory is made once: afterwards that of the driver is filled");
    }
}
