using System;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>Greets the partner on the wire, and has the program answer each frame that comes, until one says that it is over.</summary>
internal static class WireScenario
{
    private const int ShortestFrame = 60;
    private const int KindOffset = 13;
    private const byte Greeting = 0xB4;
    private const byte Over = 0xB6;
    private const ulong Patience = 5_000_000;

    internal static void Run(Stage stage)
    {
        StagedProgram nic = Network.Start(stage, "rtl8139");
        StagedProgram echo = stage.Start("echo");
        byte[] greeting = new byte[ShortestFrame];
        greeting.AsSpan(0, 6).Fill(0xFF);
        greeting[12] = 0x88;
        greeting[KindOffset] = Greeting;
        if (!Network.TryGetAddress(nic.Server, greeting.AsSpan(6, 6), out Error error) || !Network.TryWrite(nic.Server, greeting, out error))
        {
            Trace.Event("wire.failed").Text("because", error.Text()).End();
            return;
        }

        while (Network.TryRead(nic.Server, Patience, out byte[] frame, out error) && frame[KindOffset] != Over)
        {
            MemoryChunk.TryCreate(frame, out MemoryChunk chunk, out _);
            var question = new Message(Tags.Write, (ulong)frame.Length, chunk);
            if (!RemoteCall.TryCall(echo.Server, ref question, Tags.Data, out Message reply, out error))
                break;
            reply.TryGetBytes(out ReadOnlySpan<byte> answer);
            if (!Network.TryWrite(nic.Server, answer, out error))
                break;
            reply.Release();
        }

        Trace.Event("wire.end").Text("because", error.Text()).End();
    }
}
