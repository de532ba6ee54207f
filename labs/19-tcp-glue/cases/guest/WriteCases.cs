using System;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>What is written arrives.</summary>
internal static unsafe class WriteCases
{
    private const string Arrived = "all that was written arrives at the other end";

    internal static void Add(ref CaseTable table)
    {
        table.Add("write-arrives", &Arrives);
        table.Add("write-before-it-stands", &BeforeItStands);
        table.Add("write-much", &Much);
        table.Add("write-reset", &Reset);
        table.Add("write-after-the-end", &AfterTheEnd);
        table.Add("write-after-shutdown", &AfterShutdown);
    }

    private static void Arrives(ref Case test)
    {
        Call call = Call.Stand(ref test);
        byte[] bytes = Call.Bytes(ref test, 1 + (int)test.Random.Below(1_000));
        Message answer = call.Ask(ref test, Call.Write(bytes), Tags.Ok, "a WRITE");
        test.Equal((ulong)bytes.Length, answer.First.Value, "how many bytes a WRITE has taken");
        call.ExpectAtOnce(ref test, () => call.Peer.Available == bytes.Length, "what was written has been sent when WRITE is answered");
        call.ExpectAtPeer(ref test, bytes, Arrived);
    }

    private static void BeforeItStands(ref Case test)
    {
        Call call = Call.Make(ref test);
        call.Dial(ref test);
        byte[] bytes = Call.Bytes(ref test, 400);
        call.Ask(ref test, Call.Write(bytes), Tags.Ok, "a WRITE that comes at once");
        call.Accept(ref test);
        call.ExpectAtPeer(ref test, bytes, Arrived);
    }

    /// <summary>More than the buffers of both ends hold: the answer comes when the other end has read.</summary>
    private static void Much(ref Case test)
    {
        Call call = Call.Stand(ref test);
        byte[] bytes = Call.Bytes(ref test, 200_000);
        bool isAnswered = false;
        ulong taken = 0;
        test.Expect(
            Thread.TryStart(
                () =>
                {
                    Message question = Call.Write(bytes);
                    SystemCall.TrySendReceive(call.Client, ref question, out Message answer, out _);
                    taken = answer.Tag == Tags.Ok ? answer.First.Value : 0;
                    isAnswered = true;
                },
                out _,
                out _),
            "the case's own: a thread");
        SystemCall.Sleep(10_000);
        test.Expect(!isAnswered, "a WRITE is not answered before all has found room");
        call.ExpectAtPeer(ref test, bytes, Arrived);
        call.Await(ref test, () => isAnswered, "a WRITE is answered when all has found room");
        test.Equal((ulong)bytes.Length, taken, "how many bytes a WRITE has taken");
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
        call.ExpectAtPeer(ref test, bytes, Arrived);
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
