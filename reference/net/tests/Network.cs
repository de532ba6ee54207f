using System;
using System.Collections.Generic;
using Euralios.Net.Interface;
using Euralios.Net.Wire;

namespace Euralios.Net.Tests;

/// <summary>
/// A stack at 10.0.2.15/24 (or without an address), its clock, and one neighbour, the router 10.0.2.2, that the test plays.
/// </summary>
internal sealed class Network
{
    public static readonly MacAddress OwnMac = new(0x525400123456);
    public static readonly MacAddress RouterMac = new(0x52550A000202);
    public static readonly MacAddress StrangerMac = new(0x52550A000263);
    public static readonly Ipv4Address Own = new(0x0A00020F);
    public static readonly Ipv4Address Router = new(0x0A000202);
    public static readonly Ipv4Address Stranger = new(0x0A000263);
    public static readonly Ipv4Address Far = new(0x08080808);
    public static readonly Ipv4Address SubnetBroadcast = new(0x0A0002FF);

    public Network(bool isConfigured = true)
    {
        Stack = new NetworkStack(Link, OwnMac, "a seed that is the same each time"u8);
        Stack.Poll(Now);
        if (!isConfigured)
            return;

        // The two announcements are over before a test begins, and the router is known.
        Stack.Configure(new Ipv4Configuration(Own, 24, Router), [], Now);
        Advance(TimeSpan.FromSeconds(4));
        Receive(Packets.Arp(ArpOperation.Request, RouterMac, Router, Own));
        Sent();
    }

    public FrameLink Link { get; } = new();

    public NetworkStack Stack { get; }

    public Instant Now { get; private set; } = new(1_000_000);

    /// <summary>A frame comes in.</summary>
    public void Receive(byte[] frame)
    {
        Link.Deliver(frame);
        Stack.Poll(Now);
    }

    /// <summary>A packet comes in from the router's station.</summary>
    public void Receive(
        Ipv4Address source,
        Ipv4Address destination,
        InternetProtocol protocol,
        ReadOnlySpan<byte> payload,
        ushort id = 1,
        int offset = 0,
        bool more = false)
    {
        bool isForAll = destination == Ipv4Address.Broadcast || destination == SubnetBroadcast;
        Receive(Packets.Ipv4(isForAll ? MacAddress.Broadcast : OwnMac, RouterMac, source, destination, protocol, payload, id, offset, more));
    }

    /// <summary>A datagram comes in from the router's station.</summary>
    public void ReceiveUdp(Ipv4Endpoint source, Ipv4Endpoint destination, ReadOnlySpan<byte> payload) =>
        Receive(source.Address, destination.Address, InternetProtocol.Udp, Packets.Udp(source, destination, payload));

    /// <summary>Time goes on, and the stack is polled whenever it wishes.</summary>
    public void Advance(TimeSpan time)
    {
        Instant end = Now.After(time);
        Stack.Poll(Now);
        for (int polls = 0; Stack.NextPoll <= end; polls++)
        {
            if (polls > 100_000)
                throw new InvalidOperationException($"the stack wants to be polled at {Stack.NextPoll} without end");
            Now = new Instant(Math.Max(Now.Microseconds, Stack.NextPoll.Microseconds));
            Stack.Poll(Now);
        }

        Now = end;
        Stack.Poll(Now);
    }

    public void AdvanceSeconds(double seconds) => Advance(TimeSpan.FromSeconds(seconds));

    /// <summary>What was sent since the last question, a line each.</summary>
    public string[] Sent()
    {
        var lines = new List<string>();
        while (Link.TryTakeSent(out byte[] frame))
            lines.Add(Trace.Describe(frame));
        return [.. lines];
    }

    /// <summary>The last frame that was sent; those before are forgotten.</summary>
    public byte[] LastSent()
    {
        byte[] last = [];
        while (Link.TryTakeSent(out byte[] frame))
            last = frame;
        return last;
    }
}
