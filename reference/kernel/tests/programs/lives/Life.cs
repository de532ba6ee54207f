using System;
using Euralios.Std;
using Merriwig.Tests;

/// <summary>What a process does in its life: objects, chunks, threads that pass messages to each other, a mount, a message to its parent.</summary>
internal static class Life
{
    internal const byte Mark = 0x5A;
    internal const int Status = 42;

    private const int Threads = 4;
    private const ulong Ping = 256;

    private static Handle near;
    private static Handle far;

    internal static int Run()
    {
        byte[][] objects = new byte[16][];
        for (int i = 0; i < objects.Length; i++)
        {
            objects[i] = new byte[1000 * (i + 1)];
            objects[i][i] = (byte)i;
        }

        Error error;
        for (int i = 0; i < Threads; i++)
        {
            Expect.Done(SystemCall.TryNewRendezvous(out near, out far, out error), error);
            Expect.Done(Thread.TryStart(static () => Answer(far), out _, out error), error);
            MemoryChunk sent = Chunk();
            var question = new Message(Ping, sent, (ulong)i);
            Expect.Done(SystemCall.TrySendReceive(near, ref question, out Message answer, out error), error);
            Expect.True(answer.First.IsMemory(out MemoryChunk back) && back.Bytes(1)[0] == Mark + 1);
            if (i % 2 == 0)
                Expect.Done(SystemCall.TryFree(back, out error), error);
        }

        Expect.Done(SystemCall.TryAllocate(3, ulong.MaxValue, out _, out _, out error), error);
        Expect.Done(SystemCall.TryMount(near, "/life"u8, out error), error);
        Expect.Done(SystemCall.TryOpen("/life/x"u8, out Handle opened, out _, out error), error);
        var last = new Message(Ping, Chunk(), opened);
        Expect.Done(SystemCall.TrySend(Handle.StandardOutput, ref last, out error), error);
        return Status;
    }

    private static MemoryChunk Chunk()
    {
        Expect.Done(SystemCall.TryAllocate(4, out MemoryChunk chunk, out Error error), error);
        chunk.Bytes(1)[0] = Mark;
        return chunk;
    }

    /// <summary>Answers once; then waits, until the process ends.</summary>
    private static void Answer(Handle handle)
    {
        Expect.Done(SystemCall.TryReceive(handle, out Message message, out Error error), error);
        Expect.True(message.First.IsMemory(out MemoryChunk chunk));
        chunk.Bytes(1)[0]++;
        var answer = new Message(Ping, chunk);
        Expect.Done(SystemCall.TrySend(handle, ref answer, out error), error);
        SystemCall.TryReceive(handle, out _, out _);
    }
}
