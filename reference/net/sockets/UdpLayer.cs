using System;
using System.Collections.Generic;
using Euralios.Net.Interface;
using Euralios.Net.Wire;

namespace Euralios.Net.Sockets;

/// <summary>UDP (RFC 768): the sockets, and who gets what comes.</summary>
/// <param name="output">Where to send.</param>
/// <param name="random">For ports that nobody chose.</param>
/// <param name="statistics">What is counted.</param>
public sealed class UdpLayer(Ipv4Output output, RandomSource random, NetworkStatistics statistics)
{
    /// <summary>Open sockets at most.</summary>
    public const int Capacity = 64;

    /// <summary>The first of the ports that nobody needs to choose (RFC 6335, section 6).</summary>
    public const ushort FirstEphemeralPort = 49_152;

    private const int EphemeralPorts = 65_536 - FirstEphemeralPort;

    private readonly List<UdpSocket> sockets = [];
    private readonly byte[] datagram = new byte[Reassembly.MaximumPayload];

    /// <summary>Open sockets.</summary>
    public int Count => sockets.Count;

    /// <summary>Opens a socket.</summary>
    /// <param name="port">Its port; 0 for any that is free, which strangers cannot guess (RFC 6056, section 3.3.1).</param>
    /// <param name="socket">The socket.</param>
    /// <param name="error">
    /// <see cref="SocketError.AddressAlreadyInUse"/>, <see cref="SocketError.TooManyOpenSockets"/>.
    /// </param>
    public bool TryOpen(ushort port, out UdpSocket? socket, out SocketError error)
    {
        socket = null;
        error = sockets.Count >= Capacity ? SocketError.TooManyOpenSockets
            : port != 0 && Find(port) is not null ? SocketError.AddressAlreadyInUse
            : SocketError.Success;
        if (error != SocketError.Success)
            return false;

        socket = new UdpSocket(this, port != 0 ? port : ChoosePort());
        sockets.Add(socket);
        return true;
    }

    /// <summary>Takes in a packet.</summary>
    /// <returns>Whether somebody is at the port; false is to be answered with "port unreachable" (RFC 1122, section 4.1.3.1).</returns>
    public bool Receive(Ipv4Address source, Ipv4Address destination, ReadOnlySpan<byte> payload)
    {
        statistics.DatagramsReceived++;
        if (!UdpDatagram.TryParse(source, destination, payload, out UdpDatagram received))
        {
            statistics.DatagramsMalformed++;
            return true;
        }

        UdpSocket? socket = Find(received.DestinationPort);
        var from = new Ipv4Endpoint(source, received.SourcePort);
        if (socket is null || !socket.Hears(from))
        {
            statistics.DatagramsUnwanted++;
            return false;
        }

        if (!socket.TryEnqueue(from, received.Payload))
            statistics.DatagramsDropped++;
        return true;
    }

    /// <summary>Tells a socket that a datagram of its could not be delivered.</summary>
    /// <returns>Whether there is such a socket.</returns>
    public bool Unreachable(Ipv4Endpoint local, Ipv4Endpoint remote, UnreachableCode code)
    {
        UdpSocket? socket = Find(local.Port);
        if (socket is null || !socket.Hears(remote))
            return false;

        socket.Fail(remote, code switch
        {
            UnreachableCode.Port or UnreachableCode.Protocol => SocketError.ConnectionRefused,
            UnreachableCode.FragmentationNeeded => SocketError.MessageSize,
            UnreachableCode.Network or UnreachableCode.NetworkUnknown or UnreachableCode.NetworkProhibited => SocketError.NetworkUnreachable,
            _ => SocketError.HostUnreachable,
        });
        return true;
    }

    internal SocketError Send(ushort port, Ipv4Endpoint destination, ReadOnlySpan<byte> payload)
    {
        if (payload.Length > datagram.Length - UdpDatagram.HeaderLength)
            return SocketError.MessageSize;
        if (destination.Port == 0 || destination.Address == Ipv4Address.Unspecified)
            return SocketError.InvalidArgument;

        Span<byte> whole = datagram.AsSpan(0, UdpDatagram.HeaderLength + payload.Length);
        payload.CopyTo(whole.Slice(UdpDatagram.HeaderLength));
        UdpDatagram.WriteHeader(whole, new Ipv4Endpoint(output.SourceFor(destination.Address), port), destination);
        SocketError error = output.Send(destination.Address, InternetProtocol.Udp, whole);
        if (error == SocketError.Success)
            statistics.DatagramsSent++;
        return error;
    }

    internal void Close(UdpSocket socket) => sockets.Remove(socket);

    private UdpSocket? Find(ushort port)
    {
        foreach (UdpSocket socket in sockets)
        {
            if (socket.Port == port)
                return socket;
        }

        return null;
    }

    private ushort ChoosePort()
    {
        // There are far fewer sockets than ports, so this ends soon.
        while (true)
        {
            ushort port = (ushort)(FirstEphemeralPort + random.NextBelow(EphemeralPorts));
            if (Find(port) is null)
                return port;
        }
    }
}
