using System;
using Euralios.Net.Tcp;
using Euralios.Programs.Tcp;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>How a connection's ends are used up.</summary>
internal static unsafe class EndCases
{
    internal static void Add(ref CaseTable table)
    {
        table.Add("end-shutdown", &Shutdown);
        table.Add("end-shutdown-refused", &ShutdownRefused);
        table.Add("end-abort", &Abort);
        table.Add("end-abort-early", &AbortEarly);
        table.Add("end-close", &Close);
        table.Add("end-gone", &Gone);
        table.Add("end-duplicate", &Duplicate);
        table.Add("end-duplicate-reads", &DuplicateReads);
    }

    private static void Shutdown(ref Case test)
    {
        Call call = Call.Stand(ref test);
        byte[] bytes = Call.Bytes(ref test, 300);
        call.Ask(ref test, Call.Write(bytes), Tags.Ok, "a WRITE");
        call.Ask(ref test, new Message(Tags.Shutdown), Tags.Ok, "SHUTDOWN");
        call.ExpectAtOnce(ref test, () => call.Peer.State == TcpState.CloseWait, "the other end has been told when SHUTDOWN is answered");
        call.ExpectAtPeer(ref test, bytes, "what was written before SHUTDOWN arrives");
        test.Expect(call.Peer.IsReceiveEnded, "nothing comes after SHUTDOWN");
        byte[] answer = Call.Bytes(ref test, 200);
        call.Do(() => call.Peer.Write(answer));
        Call.ExpectData(ref test, call.Client, Call.Read(5_000), answer);
    }

    private static void ShutdownRefused(ref Case test)
    {
        Call call = Call.Make(ref test, isListening: false);
        call.Dial(ref test);
        call.ExpectError(ref test, new Message(Tags.Shutdown), Error.ConnectionRefused, "SHUTDOWN where nobody listens");
    }

    private static void Abort(ref Case test)
    {
        Call call = Call.Stand(ref test);
        call.Ask(ref test, new Message(Tags.Abort), Tags.Ok, "ABORT");
        call.ExpectAtOnce(ref test, () => call.Peer.Error == TcpError.Reset, "the other end has been told when ABORT is answered");
        call.ExpectError(ref test, Call.Read(100), Error.ConnectionReset, "READ after ABORT");
    }

    private static void AbortEarly(ref Case test)
    {
        Call call = Call.Make(ref test, isListening: false);
        call.Dial(ref test);
        call.ExpectError(ref test, new Message(Tags.Endpoints), Error.ConnectionRefused, "ENDPOINTS where nobody listens");
        call.Ask(ref test, new Message(Tags.Abort), Tags.Ok, "ABORT of what is over");
    }

    private static void Close(ref Case test)
    {
        Call call = Call.Stand(ref test);
        byte[] bytes = Call.Bytes(ref test, 300);
        call.Ask(ref test, Call.Write(bytes), Tags.Ok, "a WRITE");
        var close = new Message(Tags.Close);
        SystemCall.TrySend(call.Client, ref close, out _);
        call.ExpectAtPeer(ref test, bytes, "what was written before CLOSE arrives");
        call.Await(ref test, () => call.Peer.IsReceiveEnded, "the other end is told of CLOSE");
    }

    /// <summary>The handle is closed, and what came was not read: the other end learns that.</summary>
    private static void Gone(ref Case test)
    {
        Call call = Call.Stand(ref test);
        call.Do(() => call.Peer.Write([1, 2, 3]));
        call.Await(ref test, () => call.Peer.Unacknowledged == 0, "what the other end wrote comes");
        SystemCall.TryClose(call.Client, out _);
        call.Await(ref test, () => call.Peer.Error == TcpError.Reset, "the other end learns that what it wrote was not read");
        call.Await(ref test, () => call.Network.Tcp.ConnectionCount == 0, "no connection is left");
    }

    private static void Duplicate(ref Case test)
    {
        Call call = Call.Stand(ref test);
        Message answer = call.Ask(ref test, new Message(Tags.Duplicate), Tags.CommunicationHandle, "DUPLICATE");
        test.Expect(answer.First.IsHandle(out Handle second), "DUPLICATE brings a handle");
        SystemCall.TryClose(call.Client, out _);
        SystemCall.Sleep(5_000);
        call.Do(() => call.Peer.Write([7, 8, 9]));
        Call.ExpectData(ref test, second, Call.Read(100), [7, 8, 9]);
        test.Expect(!call.Peer.IsReceiveEnded && call.Peer.State == TcpState.Established, "the connection stands while one of its handles is left");
        SystemCall.TryClose(second, out _);
        call.Await(ref test, () => call.Peer.IsReceiveEnded, "the connection is closed with its last handle");
    }

    /// <summary>One handle waits in READ, the other writes.</summary>
    private static void DuplicateReads(ref Case test)
    {
        Call call = Call.Stand(ref test);
        Message answer = call.Ask(ref test, new Message(Tags.Duplicate), Tags.CommunicationHandle, "DUPLICATE");
        test.Expect(answer.First.IsHandle(out Handle second), "DUPLICATE brings a handle");
        ulong came = 0;
        test.Expect(
            Thread.TryStart(
                () =>
                {
                    Message question = Call.Read(100);
                    SystemCall.TrySendReceive(second, ref question, out Message data, out _);
                    came = data.Tag == Tags.Data ? data.First.Value : 0;
                },
                out _,
                out _),
            "the case's own: a thread");
        SystemCall.Sleep(5_000);
        call.Ask(ref test, Call.Write([1, 2, 3, 4]), Tags.Ok, "a WRITE while the other handle waits in READ");
        call.Await(ref test, () => call.Peer.Available == 4, "what one handle writes while the other reads arrives");
        call.Do(() => call.Peer.Write([5, 6]));
        call.Await(ref test, () => came == 2, "what comes wakes the handle that waits");
    }
}
