using System;
using System.Collections.Generic;
using Euralios.Net.Interface;
using Euralios.Net.Wire;

namespace Euralios.Net.Tests.Tcp;

/// <summary>An output that keeps what is sent. It can be made to refuse.</summary>
internal sealed class CapturedOutput(Ipv4Address address) : IIpv4Output
{
    private readonly byte[] frame = new byte[1480];
    private Ipv4Address destination;
    private int begun;

    public Ipv4Address Address { get; set; } = address;

    public int MaximumPayload => frame.Length;

    public bool IsRefusing { get; set; }

    public Queue<(Ipv4Address Destination, byte[] Bytes)> Sent { get; } = new();

    public bool TryBegin(Ipv4Address destination, InternetProtocol protocol, int length, out Span<byte> payload)
    {
        payload = default;
        if (IsRefusing)
            return false;
        if (length > frame.Length || protocol != InternetProtocol.Tcp)
            throw new InvalidOperationException("more than fits, or not TCP");
        this.destination = destination;
        begun = length;
        payload = frame.AsSpan(0, length);

        // What is not written shows.
        payload.Fill(0xEE);
        return true;
    }

    public void Send(int length)
    {
        if (length > begun)
            throw new InvalidOperationException("more was sent than begun");
        begun = 0;
        Sent.Enqueue((destination, frame.AsSpan(0, length).ToArray()));
    }
}
