using System;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>What is written arrives.</summary>
internal static unsafe class WriteCases
{
    internal static void Add(ref CaseTable table)
    {
        table.Add("write-arrives", &Arrives);
        table.Add("write-before-it-stands", &BeforeItStands);
        table.Add("write-much", &Much);
        table.Add("write-reset", &Reset);
        table.Add("write-after-the-end", &AfterTheEnd);
        table.Add("write-after-shutdown", &AfterShutdown);
    }

    /// <summary>Reads at the other end until so many bytes have come.</summary>
    private static void ExpectAtPeer(ref Case test, Call call, byte[] bytes)
    {
        byte[] buffer = new byte[bytes.Length];
        int read = 0;
        call.Await(ref test, () => (read += call.Peer.Read(buffer.AsSpan(read))) == bytes.Length, "all that was written arrives at the other end");
        test.Expect(new ReadOnlySpan<byte>(buffer).SequenceEqual(bytes), "the bytes that arrive at the other end");
    }

    private static void Arrives(ref Case test)
    {
        Call call = Call.Stand(ref test);
        byte[] bytes = Call.Bytes(ref test, 1 + (int)test.Random.Below(3_000));
        Message answer = call.Ask(ref test, Call.Write(bytes), Tags.Ok, "a WRITE");
        test.Equal((ulong)bytes.Length, answer.First.Value, "how many bytes a WRITE has taken");
        ExpectAtPeer(ref test, call, bytes);
    }

    private static void BeforeItStands(ref Case test)
    {
        Call call = Call.Make(ref test);
        call.Dial(ref test);
        byte[] bytes = Call.Bytes(ref test, 400);
        call.Ask(ref test, Call.Write(bytes), Tags.Ok, "a WRITE that comes at once");
        call.Accept(ref test);
        ExpectAtPeer(ref test, call, bytes);
    }

    /// <summary>More than the buffers of both ends hold: the answer comes when the other end has read.</summary>
    private static void Much(ref Case test)
    {
        Call call = Call.Stand(ref test);
        byte[] bytes = Call.Bytes(ref test, 200_000);
        byte[] buffer = new byte[bytes.Length];
        int read = 0;
        bool isAnswered = false;
        test.Expect(
            Thread.TryStart(
                () =>
                {
                    Message question = Call.Write(bytes);
                    SystemCall.TrySendReceive(call.Client, ref question, out Message answer, out _);
                    isAnswered = answer.Tag == Tags.Ok && answer.First.Value == (ulong)bytes.Length;
                },
                out _,
                out _),
            "the case's own: a thread");
        SystemCall.Sleep(10_000);
        test.Expect(!isAnswered, "a WRITE is not answered before all has found room");
        call.Await(ref test, () => (read += call.Peer.Read(buffer.AsSpan(read))) == bytes.Length, "all that was written arrives at the other end");
        test.Expect(new ReadOnlySpan<byte>(buffer).SequenceEqual(bytes), "the bytes that arrive at the other end");
        call.Await(ref test, () => isAnswered, "a WRITE is answered with all its bytes when all has found room");
    }

    private static void Reset(ref Case test)
    {
        Call call = Call.Stand(ref test);
        byte[] bytes = Call.Bytes(ref test, 200_000);
        call.DoSoon(ref test, () => call.Peer.Abort());
        call.ExpectError(ref test, Call.Write(bytes), Error.ConnectionReset, "a WRITE while the connection breaks");
        call.ExpectError(ref test, Call.Write(bytes), Error.ConnectionReset, "a WRITE to a broken connection");
    }

    private static void AfterTheEnd(ref Case test)
    {
        Call call = Call.Stand(ref test);
        call.Do(() => call.Peer.Shutdown());
        call.ExpectError(ref test, Call.Read(100), Error.NoData, "READ when the other end has ended");
        byte[] bytes = Call.Bytes(ref test, 300);
        call.Ask(ref test, Call.Write(bytes), Tags.Ok, "a WRITE after the other end's end");
        ExpectAtPeer(ref test, call, bytes);
    }

    private static void AfterShutdown(ref Case test)
    {
        Call call = Call.Stand(ref test);
        call.Do(() =>
        {
            foreach (Euralios.Net.Tcp.TcpConnection connection in call.Network.Tcp.Connections)
                connection.Shutdown();
        });
        call.ExpectError(ref test, Call.Write([1, 2, 3]), Error.Closed, "a WRITE after the own end");
    }
}
