using System;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>What came is read.</summary>
internal static unsafe class ReadCases
{
    internal static void Add(ref CaseTable table)
    {
        table.Add("read-what-came", &WhatCame);
        table.Add("read-part", &Part);
        table.Add("read-much", &Much);
        table.Add("read-waits", &Waits);
        table.Add("read-in-time", &InTime);
        table.Add("read-time-is-up", &TimeIsUp);
        table.Add("read-the-end", &TheEnd);
        table.Add("read-the-end-comes", &TheEndComes);
        table.Add("read-reset", &Reset);
        table.Add("read-before-the-reset", &BeforeTheReset);
        table.Add("read-opens-the-window", &OpensTheWindow);
    }

    private static void WhatCame(ref Case test)
    {
        Call call = Call.Stand(ref test);
        byte[] bytes = Call.Bytes(ref test, 100 + (int)test.Random.Below(1000));
        call.Do(() => call.Peer.Write(bytes));
        Call.ExpectData(ref test, call.Client, Call.Read(5_000), bytes);
        call.Ask(ref test, Call.Receive(0, 100), Tags.Empty, "RECEIVE when all was read");
    }

    private static void Part(ref Case test)
    {
        Call call = Call.Stand(ref test);
        byte[] bytes = Call.Bytes(ref test, 900);
        call.Do(() => call.Peer.Write(bytes));
        int first = 1 + (int)test.Random.Below(800);
        Call.ExpectData(ref test, call.Client, Call.Read((ulong)first), bytes.AsSpan(0, first));
        Call.ExpectData(ref test, call.Client, Call.Receive(0, 5_000), bytes.AsSpan(first));
    }

    private static void Much(ref Case test)
    {
        Call call = Call.Stand(ref test);
        byte[] bytes = Call.Bytes(ref test, 30_000);
        call.Do(() => call.Peer.Write(bytes));
        call.Await(ref test, () => call.Peer.Unacknowledged == 0, "what the other end wrote comes");
        Call.ExpectData(ref test, call.Client, Call.Read(ulong.MaxValue), bytes);
    }

    private static void Waits(ref Case test)
    {
        Call call = Call.Stand(ref test);
        byte[] bytes = Call.Bytes(ref test, 500);
        call.DoSoon(ref test, () => call.Peer.Write(bytes));
        Call.ExpectData(ref test, call.Client, Call.Read(5_000), bytes);
    }

    private static void InTime(ref Case test)
    {
        Call call = Call.Stand(ref test);
        byte[] bytes = Call.Bytes(ref test, 500);
        call.DoSoon(ref test, () => call.Peer.Write(bytes));
        Call.ExpectData(ref test, call.Client, Call.Receive(300_000, 5_000), bytes);
    }

    private static void TimeIsUp(ref Case test)
    {
        Call call = Call.Stand(ref test);
        ulong start = Clock.Microseconds;
        call.Ask(ref test, Call.Receive(8_000, 100), Tags.Empty, "RECEIVE where nothing comes");
        test.Expect(Clock.Microseconds - start >= 8_000, "RECEIVE waits for as long as it is told to");
        call.Ask(ref test, Call.Receive(8_000, 0), Tags.InvalidValue, "RECEIVE of no bytes");
    }

    private static void TheEnd(ref Case test)
    {
        Call call = Call.Stand(ref test);
        byte[] bytes = Call.Bytes(ref test, 700);
        call.Do(() =>
        {
            call.Peer.Write(bytes);
            call.Peer.Shutdown();
        });
        Call.ExpectData(ref test, call.Client, Call.Read(5_000), bytes);
        call.ExpectError(ref test, Call.Read(5_000), Error.NoData, "READ when nothing more comes");
        call.ExpectError(ref test, Call.Receive(1_000, 5_000), Error.NoData, "RECEIVE when nothing more comes");
    }

    private static void TheEndComes(ref Case test)
    {
        Call call = Call.Stand(ref test);
        call.DoSoon(ref test, () => call.Peer.Shutdown());
        call.ExpectError(ref test, Call.Read(5_000), Error.NoData, "READ when the other end ends meanwhile");
    }

    private static void Reset(ref Case test)
    {
        Call call = Call.Stand(ref test);
        call.DoSoon(ref test, () => call.Peer.Abort());
        call.ExpectError(ref test, Call.Read(5_000), Error.ConnectionReset, "READ when the connection breaks meanwhile");
        call.ExpectError(ref test, Call.Receive(0, 5_000), Error.ConnectionReset, "RECEIVE of a broken connection");
    }

    private static void BeforeTheReset(ref Case test)
    {
        Call call = Call.Stand(ref test);
        byte[] bytes = Call.Bytes(ref test, 600);
        call.Do(() => call.Peer.Write(bytes));
        call.Await(ref test, () => call.Peer.Unacknowledged == 0, "what the other end wrote comes");
        call.Do(() => call.Peer.Abort());
        Call.ExpectData(ref test, call.Client, Call.Read(5_000), bytes);
        call.ExpectError(ref test, Call.Read(5_000), Error.ConnectionReset, "READ of a broken connection when all was read");
    }

    /// <summary>More than the connection's buffers hold: it comes only if the stack is told that there is room again.</summary>
    private static void OpensTheWindow(ref Case test)
    {
        Call call = Call.Stand(ref test);
        byte[] bytes = Call.Bytes(ref test, 120_000);
        int written = 0;
        int read = 0;
        call.Await(ref test, () => (written += call.WriteAtPeer(bytes.AsSpan(written))) == bytes.Length, "the case's own: both buffers hold all");
        while (read < bytes.Length)
        {
            Message answer = call.Ask(ref test, Call.Receive(1_000, 20_000), Tags.Data, "RECEIVE of what waits at the other end");
            test.Expect(answer.TryGetBytes(out ReadOnlySpan<byte> data) && data.Length <= 20_000, "as many bytes as were asked for, or fewer");
            test.Expect(data.SequenceEqual(bytes.AsSpan(read, data.Length)), "the bytes that a READ brings");
            read += data.Length;
            answer.Release();
        }
    }
}
