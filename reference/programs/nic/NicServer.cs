using System;
using System.Threading;
using Euralios.Std;

namespace Euralios.Programs.Nic;

/// <summary>
/// Serves a network card on standard input (handouts/protocols.md, "Network devices"). One thread answers questions, and a <see cref="FramePump"/> waits
/// for interrupts; a gate lets one of them at the card.
/// </summary>
internal sealed class NicServer
{
    // What is in the card when somebody attaches is passed over, as far as a card can hold frames.
    private const int MostOldFrames = 1024;

    private readonly Lock gate = new();
    private readonly NetworkCard card;
    private readonly uint line;
    private readonly CardSender sender;
    private readonly byte[] frame = new byte[FrameList.LongestFrame];
    private FramePump pump;

    private NicServer(NetworkCard card, uint line)
    {
        this.card = card;
        this.line = line;
        sender = new CardSender(card, gate);
        pump = new FramePump(card, sender, gate, line);
    }

    /// <summary>Serves until nobody can come any more.</summary>
    /// <param name="card">The card, which has been started.</param>
    /// <param name="line">Its interrupt line.</param>
    /// <returns>The program's status.</returns>
    internal static int Serve(NetworkCard card, uint line)
    {
        var server = new NicServer(card, line);
        if (!Std.Thread.TryStart(server.pump.Run, out _, out Error error))
        {
            KernelLog.WriteLine($"[{card.Name}] {error.Text()}");
            return 1;
        }

        while (SystemCall.TryReceive(Handle.StandardInput, out Message message, out _))
            server.Take(message);
        return 0;
    }

    private void Take(in Message message)
    {
        switch (message.Tag)
        {
            case Tags.Character or Tags.Close or Tags.Interrupt or Tags.Session:
                message.Release();
                return;
            case NicTags.Attach when message.First.IsHandle(out Handle listener):
                Answer.Send(Handle.StandardInput, Attach(listener));
                return;
            case NicTags.Frames when FrameMemory.TryRead(message, out ReadOnlySpan<byte> list):
                // The memory goes back to whoever it came from.
                Message answer = sender.SendAll(list) ? new Message(NicTags.Frames, 0, message.Second) : Gone(message);
                Answer.Send(Handle.StandardInput, answer);
                return;
        }

        Message reply = message.Tag switch
        {
            Tags.Read => Read(),
            Tags.Write => Write(message),
            Tags.Query => Query(),
            NicTags.GetMacAddress => new Message(NicTags.MacAddress, card.MacAddress),
            NicTags.Attach or NicTags.Frames => new Message(Tags.InvalidFormat),
            _ => new Message(Tags.UnknownMessage),
        };
        message.Release();
        Answer.Send(Handle.StandardInput, reply);
    }

    private static Message Gone(in Message message)
    {
        message.Release();
        return Gone();
    }

    private static Message Gone() => new(Tags.Error, (ulong)Error.NotFound);

    private Message Read()
    {
        int length;
        lock (gate)
        {
            if (pump.HasListener || !card.TryReceive(frame, out length))
                return new Message(Tags.Empty);
        }

        return MemoryChunk.TryCreate(frame.AsSpan(0, length), out MemoryChunk chunk, out Error error)
            ? new Message(Tags.Data, (ulong)length, chunk)
            : new Message(Tags.Error, (ulong)error);
    }

    private Message Write(in Message message)
    {
        if (!message.TryGetBytes(out ReadOnlySpan<byte> bytes))
            return new Message(Tags.InvalidFormat);
        if (bytes.Length is < FrameList.ShortestFrame or > FrameList.LongestFrame)
            return new Message(Tags.InvalidValue);
        return sender.Send(bytes) ? new Message(Tags.Ok, (ulong)bytes.Length) : Gone();
    }

    private Message Attach(Handle listener)
    {
        lock (gate)
        {
            for (int i = 0; i < MostOldFrames && card.TryReceive(frame, out _); i++)
            {
            }

            if (pump.TryAttach(listener))
                return new Message(Tags.Ok);
            var next = new FramePump(card, sender, gate, line);
            next.TryAttach(listener);
            if (Std.Thread.TryStart(next.Run, out _, out Error error))
            {
                pump = next;
                return new Message(Tags.Ok);
            }

            pump.Keep();
            SystemCall.TryClose(listener, out _);
            return new Message(Tags.Error, (ulong)error);
        }
    }

    private Message Query()
    {
        var json = new JsonWriter();
        lock (gate)
        {
            card.UpdateCounters();
            CardCounters counters = card.Counters;
            json.StartObject().Name("driver").String(card.Name).Name("mac").String(Text(card.MacAddress))
                .Name("received").Number(counters.Received).Name("received_bytes").Number(counters.ReceivedBytes)
                .Name("sent").Number(counters.Sent).Name("sent_bytes").Number(counters.SentBytes)
                .Name("receive_errors").Number(counters.ReceiveErrors).Name("overflows").Number(counters.Overflows)
                .Name("missed").Number(counters.Missed).Name("dropped").Number(counters.Dropped)
                .Name("send_errors").Number(counters.SendErrors).Name("restarts").Number(counters.Restarts)
                .Name("interrupts").Number(counters.Interrupts).Name("link_changes").Number(counters.LinkChanges).EndObject();
        }

        return MemoryChunk.TryCreate(json.Bytes, out MemoryChunk chunk, out Error error)
            ? new Message(Tags.Json, (ulong)json.Bytes.Length, chunk)
            : new Message(Tags.Error, (ulong)error);
    }

    private static string Text(ulong address) =>
        $"{address & 0xFF:X2}:{address >> 8 & 0xFF:X2}:{address >> 16 & 0xFF:X2}:{address >> 24 & 0xFF:X2}:{address >> 32 & 0xFF:X2}:{address >> 40 & 0xFF:X2}";
}
