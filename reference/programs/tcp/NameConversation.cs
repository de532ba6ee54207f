using System;
using System.Collections.Generic;
using System.Text;
using Euralios.Net.Wire;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>A machine's addresses as a text that is read like a file: one address in a line. They are looked up when they are first asked for.</summary>
internal sealed class NameConversation : Conversation
{
    private readonly Network network;
    private readonly string host;
    private readonly Waiter waiter;
    private byte[]? text;

    internal NameConversation(Network network, string host)
    {
        this.network = network;
        this.host = host;
        waiter = new Waiter(network, this);
    }

    protected override Message AnswerTo(in Message question)
    {
        if (question.Tag is not (Tags.Read or Tags.Stat))
            return new Message(question.Tag is Tags.Write or Tags.Truncate ? Tags.Denied : Tags.UnknownMessage);
        if (question.IsLong)
            return new Message(Tags.InvalidFormat);
        if (text is null)
        {
            if (!NameLookup.TryFind(network, host, waiter, out IReadOnlyList<Ipv4Address> addresses, out Error error))
                return Refuse(error);
            var lines = new StringBuilder();
            foreach (Ipv4Address address in addresses)
                lines.Append(address.ToString()).Append('\n');
            text = Text.ToUtf8(lines.ToString());
        }

        return question.Tag == Tags.Stat ? new Message(Tags.Status, (ulong)text.Length) : Read(text, question.First.Value, question.Second.Value);
    }

    protected override void End() => waiter.Close();

    private static Message Read(byte[] text, ulong offset, ulong length)
    {
        if (length == 0)
            return new Message(Tags.InvalidValue);
        if (offset >= (ulong)text.Length)
            return Refuse(Error.NoData);
        int count = (int)Math.Min(length, (ulong)text.Length - offset);
        return MemoryChunk.TryCreate(text.AsSpan((int)offset, count), out MemoryChunk chunk, out Error error)
            ? new Message(Tags.Data, (ulong)count, chunk)
            : Refuse(error);
    }
}
