using System;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>Asks the program with random frames, and writes questions and answers down for the oracle.</summary>
internal static class TalkScenario
{
    private const int Rounds = 20;
    private const int HeaderLength = 14;

    internal static void Run(Stage stage)
    {
        StagedProgram echo = stage.Start("echo");
        for (int i = 0; i < Rounds; i++)
        {
            byte[] frame = new byte[HeaderLength + stage.Random.Below(30)];
            for (int at = 0; at < frame.Length; at++)
                frame[at] = (byte)stage.Random.Next();
            Trace.Event("talk.question").Bytes("frame", frame).End();
            MemoryChunk.TryCreate(frame, out MemoryChunk chunk, out _);
            var question = new Message(Tags.Write, (ulong)frame.Length, chunk);
            if (!RemoteCall.TryCall(echo.Server, ref question, Tags.Data, out Message reply, out Error error))
            {
                Trace.Event("talk.failed").Text("because", error.Text()).End();
                return;
            }

            reply.TryGetBytes(out ReadOnlySpan<byte> answer);
            Trace.Event("talk.answer").Bytes("frame", answer).End();
            reply.Release();
        }
    }
}
