using System;
using System.Collections.Generic;
using Euralios.Net.Interface;
using Euralios.Net.Wire;

namespace Euralios.Net.Sockets;

/// <summary>What became of an echo request.</summary>
/// <param name="Source">Who was asked.</param>
/// <param name="SequenceNumber">Which request.</param>
/// <param name="Length">Bytes of data that came back.</param>
/// <param name="RoundTrip">From the request to the answer.</param>
/// <param name="Error">Success, or <see cref="SocketError.HostUnreachable"/>.</param>
public readonly record struct EchoResult(Ipv4Address Source, ushort SequenceNumber, int Length, TimeSpan RoundTrip, SocketError Error);

/// <summary>
/// Asks hosts to answer: what `ping` is made of. It remembers the last <see cref="MaximumOutstanding"/> requests; an answer counts if it comes from
/// whom was asked, once, and with the very data.
/// </summary>
public sealed class EchoSocket
{
    /// <summary>Requests that are waited for at most; the oldest is forgotten.</summary>
    public const int MaximumOutstanding = 16;

    /// <summary>The most bytes of data.</summary>
    public const int MaximumData = Reassembly.MaximumPayload - IcmpMessage.HeaderLength;

    private readonly EchoLayer layer;
    private readonly Ipv4Output output;
    private readonly List<Outstanding> requests = [];
    private readonly Queue<EchoResult> results = new();
    private ushort nextNumber = 1;

    internal EchoSocket(EchoLayer layer, Ipv4Output output, ushort identifier)
    {
        this.layer = layer;
        this.output = output;
        Identifier = identifier;
    }

    /// <summary>What tells this socket's requests from others'.</summary>
    public ushort Identifier { get; }

    /// <summary>Sends a request.</summary>
    /// <param name="destination">Whom to ask: one host.</param>
    /// <param name="length">Bytes of data, up to <see cref="MaximumData"/>.</param>
    /// <param name="number">The request's sequence number: 1, 2, and so on.</param>
    /// <param name="error">
    /// <see cref="SocketError.MessageSize"/>, <see cref="SocketError.NetworkUnreachable"/>, <see cref="SocketError.WouldBlock"/>.
    /// </param>
    public bool TrySend(Ipv4Address destination, int length, out ushort number, out SocketError error)
    {
        number = nextNumber;
        if (length is < 0 or > MaximumData)
        {
            error = SocketError.MessageSize;
            return false;
        }

        byte[] message = new byte[IcmpMessage.HeaderLength + length];
        for (int i = 0; i < length; i++)
            message[IcmpMessage.HeaderLength + i] = (byte)i;
        IcmpMessage.WriteHeader(message, IcmpType.EchoRequest, 0, ((uint)Identifier << 16) | number);
        error = output.Send(destination, InternetProtocol.Icmp, message);
        if (error != SocketError.Success)
            return false;

        nextNumber++;
        if (requests.Count == MaximumOutstanding)
            requests.RemoveAt(0);
        requests.Add(new Outstanding(destination, number, length, output.Now));
        return true;
    }

    /// <summary>Takes the next result.</summary>
    public bool TryReceive(out EchoResult result) => results.TryDequeue(out result);

    /// <summary>Closes it.</summary>
    public void Close() => layer.Close(this);

    internal bool Receive(Ipv4Address source, ushort number, ReadOnlySpan<byte> data, Instant now)
    {
        for (int i = 0; i < data.Length; i++)
        {
            if (data[i] != (byte)i)
                return false;
        }

        return TryEnd(source, number, data.Length, SocketError.Success, now);
    }

    internal bool Unreachable(Ipv4Address destination, ushort number, Instant now) =>
        TryEnd(destination, number, null, SocketError.HostUnreachable, now);

    private bool TryEnd(Ipv4Address other, ushort number, int? length, SocketError error, Instant now)
    {
        for (int i = 0; i < requests.Count; i++)
        {
            Outstanding request = requests[i];
            if (request.Destination != other || request.Number != number || (length ?? request.Length) != request.Length)
                continue;

            requests.RemoveAt(i);

            // Who does not take results keeps only the latest.
            if (results.Count == MaximumOutstanding)
                results.Dequeue();
            results.Enqueue(new EchoResult(other, number, length ?? 0, now.Since(request.SentAt), error));
            return true;
        }

        return false;
    }

    private readonly record struct Outstanding(Ipv4Address Destination, ushort Number, int Length, Instant SentAt);
}
