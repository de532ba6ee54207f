using System;
using Euralios.Net.Tcp;
using Euralios.Programs.Nic;
using Euralios.Programs.Tcp;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>
/// A network within the case's process, and a connection in it that leads to the process itself: one end is a client's handle, the other the stack's own
/// <see cref="TcpConnection"/>. The card's driver is a thread that takes every frame and brings none.
/// </summary>
internal sealed class Call
{
    internal const string Loopback = "127.0.0.1";
    internal const ushort Port = 700;

    private const ulong Pause = 200;
    private const ulong LongestWait = 200_000;

    private readonly TcpListener? listener;

    private Call(Network network, TcpListener? listener)
    {
        Network = network;
        this.listener = listener;
    }

    internal Network Network { get; }

    /// <summary>The client's handle.</summary>
    internal Handle Client { get; private set; }

    /// <summary>The other end.</summary>
    internal TcpConnection Peer { get; private set; } = null!;

    /// <summary>A network, and a listener in it at <see cref="Port"/> or none.</summary>
    internal static Call Make(ref Case test, bool isListening = true)
    {
        test.Expect(SystemCall.TryNewRendezvous(out Handle own, out Handle nic, out _), "the case's own: a rendezvous");
        test.Expect(Thread.TryStart(() => Drive(own), out _, out _), "the case's own: a thread");
        test.Expect(Network.TryStart(nic, new(0x5254_0012_3456), out Network? network, out _), "the case's own: a network");
        TcpListener? listener = null;
        lock (network!.Gate)
            test.Expect(!isListening || network.Tcp.TryListen(Port, 4, out listener, out _), "the case's own: a listener");
        return new Call(network, listener);
    }

    /// <summary>A client's handle that leads to the listener, or to where there is none; the other end has not accepted.</summary>
    internal void Dial(ref Case test)
    {
        test.Expect(Conversation.TryStart(new ConnectionConversation(Network, Loopback, Port), out Handle client, out _), "the case's own: a conversation");
        Client = client;
    }

    /// <summary>Waits for the other end.</summary>
    internal void Accept(ref Case test)
    {
        TcpConnection? peer = null;
        Await(ref test, () => listener!.TryAccept(out peer), "a connection is made");
        Peer = peer!;
    }

    /// <summary>A connection that stands.</summary>
    internal static Call Stand(ref Case test)
    {
        Call call = Make(ref test);
        call.Dial(ref test);
        call.Accept(ref test);
        return call;
    }

    /// <summary>
    /// Waits until something is the case with the stack, and does nothing for it: whoever changed something has let the stack send, or it will never be.
    /// </summary>
    internal void Await(ref Case test, Func<bool> condition, string what)
    {
        ulong end = Network.Deadline(LongestWait);
        bool isSo = false;
        while (!isSo)
        {
            test.Expect(Clock.Microseconds < end, what);
            lock (Network.Gate)
                isSo = condition();
            if (!isSo)
                SystemCall.Sleep(Pause);
        }
    }

    /// <summary>Waits until something is the case at once, before any timer of the stack's can have helped.</summary>
    internal void ExpectAtOnce(ref Case test, Func<bool> condition, string what)
    {
        lock (Network.Gate)
            test.Expect(condition(), what);
    }

    /// <summary>Reads at the other end until so many bytes have come.</summary>
    internal void ExpectAtPeer(ref Case test, byte[] bytes, string what)
    {
        byte[] buffer = new byte[bytes.Length];
        int read = 0;
        Await(ref test, () => (read += ReadAtPeer(buffer.AsSpan(read))) == bytes.Length, what);
        test.Expect(new ReadOnlySpan<byte>(buffer).SequenceEqual(bytes), "the bytes that arrive at the other end");
    }

    /// <summary>Writes at the other end what has room. With the gate.</summary>
    internal int WriteAtPeer(ReadOnlySpan<byte> bytes)
    {
        int count = Peer.Write(bytes);
        if (count > 0)
            Network.Settle();
        return count;
    }

    /// <summary>Reads what has come to the other end, and tells that there is room again. With the gate.</summary>
    private int ReadAtPeer(Span<byte> buffer)
    {
        int count = Peer.Read(buffer);
        if (count > 0)
            Network.Settle();
        return count;
    }

    /// <summary>Does something with the other end.</summary>
    internal void Do(Action action)
    {
        lock (Network.Gate)
        {
            action();
            Network.Settle();
        }
    }

    /// <summary>Does something with the other end soon, while the case waits for an answer.</summary>
    internal void DoSoon(ref Case test, Action action) => test.Expect(
        Thread.TryStart(
            () =>
            {
                SystemCall.Sleep(20 * Pause);
                Do(action);
            },
            out _,
            out _),
        "the case's own: a thread");

    /// <summary>Asks the conversation, and expects some answer.</summary>
    internal Message Ask(ref Case test, Message question, ulong tag, string what) => Ask(ref test, Client, question, tag, what);

    /// <inheritdoc cref="Ask(ref Case, Message, ulong, string)"/>
    internal static Message Ask(ref Case test, Handle client, Message question, ulong tag, string what)
    {
        test.Expect(SystemCall.TrySendReceive(client, ref question, out Message answer, out _), $"an answer to {what}");
        if (answer.Tag == Tags.Error && tag != Tags.Error)
            test.Equal((ulong)Error.None, answer.First.Value, $"the error in the answer to {what}");
        test.Equal(tag, answer.Tag, $"the tag of the answer to {what}");
        return answer;
    }

    /// <summary>Asks the conversation, and expects a refusal.</summary>
    internal void ExpectError(ref Case test, Message question, Error error, string what) =>
        test.Equal((ulong)error, Ask(ref test, question, Tags.Error, what).First.Value, $"the error in the answer to {what}");

    /// <summary>Asks for bytes, and expects these.</summary>
    internal static void ExpectData(ref Case test, Handle client, Message question, ReadOnlySpan<byte> bytes)
    {
        Message answer = Ask(ref test, client, question, Tags.Data, "a READ");
        test.Equal((ulong)bytes.Length, answer.First.Value, "how many bytes a READ brings");
        test.Expect(answer.TryGetBytes(out ReadOnlySpan<byte> data) && data.SequenceEqual(bytes), "the bytes that a READ brings");
        answer.Release();
    }

    internal static Message Read(ulong length) => new(Tags.Read, 0, length);

    internal static Message Receive(ulong microseconds, ulong length) => new(Tags.Receive, microseconds, length);

    internal static Message Write(ReadOnlySpan<byte> bytes)
    {
        MemoryChunk.TryCreate(bytes, out MemoryChunk chunk, out _);
        return new Message(Tags.Write, (ulong)bytes.Length, chunk);
    }

    internal static byte[] Bytes(ref Case test, int length)
    {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++)
            bytes[i] = (byte)test.Random.Next();
        return bytes;
    }

    private static void Drive(Handle own)
    {
        while (SystemCall.TryReceive(own, out Message message, out _))
        {
            Message answer = message.Tag == NicTags.Frames ? new Message(NicTags.Frames, 0, message.Second) : new Message(Tags.Ok);
            Answer.Send(own, answer);
        }
    }
}
