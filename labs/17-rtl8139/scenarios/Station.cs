using System;
using Euralios.Programs.Nic;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>The guest's end of the wire: what it sends by itself, and what it reads out of the partner's frames.</summary>
internal static class Station
{
    private const int ShortestFrame = 60;
    private const int AddressLength = 6;
    private const int TypeOffset = 12;
    private const int TextLength = 4096;

    // Types of frames (IEEE Std 802, local experiments): the second byte; the first is 0x88.
    internal const byte Greeting = 0xB4;
    internal const byte Test = 0xB5;
    internal const byte Over = 0xB6;

    /// <summary>The kind of a frame, one of those above; 0 for others.</summary>
    internal static byte Kind(ReadOnlySpan<byte> frame) =>
        frame.Length > TypeOffset + 1 && frame[TypeOffset] == 0x88 && frame[TypeOffset + 1] is Greeting or Test or Over ? frame[TypeOffset + 1] : (byte)0;

    /// <summary>Starts the driver, and says on the wire that the machine is there.</summary>
    internal static bool TryBegin(Stage stage, out StagedProgram driver)
    {
        driver = Network.Start(stage, Scenarios.Driver);
        return TryGreet(driver);
    }

    /// <summary>A frame to everybody, from the card's own address.</summary>
    internal static bool TryGreet(StagedProgram driver)
    {
        byte[] frame = new byte[ShortestFrame];
        frame.AsSpan(0, AddressLength).Fill(0xFF);
        (frame[TypeOffset], frame[TypeOffset + 1]) = (0x88, Greeting);
        bool done = Network.TryGetAddress(driver.Server, frame.AsSpan(AddressLength, AddressLength), out Error error)
            && Network.TryWrite(driver.Server, frame, out error);
        if (!done)
            Stopped(error);
        return done;
    }

    /// <summary>One of the numbers that a driver counts.</summary>
    internal static ulong Count(StagedProgram driver, string name)
    {
        var question = new Message(Tags.Query);
        if (!RemoteCall.TryCall(driver.Server, ref question, Tags.Json, out Message answer, out _) || !answer.TryGetBytes(out ReadOnlySpan<byte> bytes))
            return 0;
        string text = Text.FromUtf8(bytes.Slice(0, Math.Min(bytes.Length, TextLength)));
        answer.Release();
        int at = text.IndexOf($"\"{name}\":");
        ulong value = 0;
        for (at += name.Length + 3; at > name.Length + 1 && at < text.Length && text[at] is >= '0' and <= '9'; at++)
            value = (value * 10) + (ulong)(text[at] - '0');
        return value;
    }

    /// <summary>The scenario is over: says what the driver has counted, and has it end.</summary>
    internal static void Finish(StagedProgram driver)
    {
        const ulong Patience = 1_000_000;
        TraceEvent line = Trace.Event("driver.counters");
        string[] names = ["received", "sent", "receive_errors", "overflows", "missed", "send_errors", "restarts", "interrupts"];
        foreach (string name in names)
            line.Number(name, Count(driver, name));
        line.End();

        // Nobody can ask it any more, so it ends, and says what its chip has counted.
        SystemCall.TryClose(driver.Server, out _);
        driver.Process.TryWait(Patience, out _, out _);
    }

    /// <summary>The scenario cannot go on.</summary>
    internal static void Stopped(Error error) => Trace.Event("wire.stopped").Text("because", error.Text()).End();
}
