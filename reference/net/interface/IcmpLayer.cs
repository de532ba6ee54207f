using System;
using Euralios.Net.Sockets;
using Euralios.Net.Wire;

namespace Euralios.Net.Interface;

/// <summary>
/// ICMP (RFC 792; RFC 1122, section 3.2.2): answers echo requests, sends errors where that is allowed and not too often, and hands errors to whose
/// packets they are about. Redirects are not followed, because anybody could send them; source quenches are void (RFC 6633).
/// </summary>
/// <param name="output">Where to send.</param>
/// <param name="udp">Whose datagrams errors may be about.</param>
/// <param name="echo">Who waits for echoes.</param>
/// <param name="statistics">What is counted.</param>
public sealed class IcmpLayer(Ipv4Output output, UdpLayer udp, EchoLayer echo, NetworkStatistics statistics)
{
    private const int ErrorsPerSecond = 10;

    // An error is no longer than what every host takes whole (RFC 1812, section 4.3.2.3).
    private const int MaximumError = 576 - Ipv4Packet.HeaderLength;

    private readonly RateLimit limit = new(ErrorsPerSecond, ErrorsPerSecond);
    private readonly byte[] error = new byte[MaximumError];

    /// <summary>TCP, if there is one.</summary>
    public ITransport? Transport { get; set; }

    /// <summary>Takes in a message.</summary>
    public void Receive(Ipv4Address source, Ipv4Address destination, ReadOnlySpan<byte> payload, Instant now)
    {
        statistics.IcmpReceived++;
        if (!IcmpMessage.TryParse(payload, out IcmpMessage message))
        {
            statistics.IcmpMalformed++;
            return;
        }

        switch (message.Type)
        {
            case IcmpType.EchoRequest when message.Code == 0 && output.Configuration.IsOwn(destination):
                Answer(source, payload);
                break;
            case IcmpType.EchoReply when message.Code == 0 && echo.Receive(source, message, now):
                break;
            case IcmpType.DestinationUnreachable when TryReport(message, now):
                break;
            default:
                statistics.IcmpIgnored++;
                break;
        }
    }

    /// <summary>Tells whose packet could not be delivered; that it was this host's has been found out.</summary>
    /// <returns>Whether it is anybody's.</returns>
    public bool TryReport(QuotedPacket packet, UnreachableCode code, Instant now)
    {
        var local = new Ipv4Endpoint(packet.Source, packet.SourcePort);
        var remote = new Ipv4Endpoint(packet.Destination, packet.DestinationPort);
        switch (packet.Protocol)
        {
            case InternetProtocol.Udp:
                return udp.Unreachable(local, remote, code);
            case InternetProtocol.Tcp when Transport is not null:
                Transport.Unreachable(local, remote, code, packet.Sequence, now);
                return true;
            case InternetProtocol.Icmp when packet.SourcePort >> 8 == (int)IcmpType.EchoRequest:
                return echo.Unreachable(remote.Address, packet.Sequence, now);
            default:
                return false;
        }
    }

    /// <summary>Says that a packet could not be delivered, where that may be said.</summary>
    /// <param name="source">Who sent the packet.</param>
    /// <param name="destination">Whom it was for.</param>
    /// <param name="protocol">What it carried.</param>
    /// <param name="quoted">The packet, or its beginning.</param>
    /// <param name="code">Why.</param>
    /// <param name="now">The time.</param>
    public void SendUnreachable(
        Ipv4Address source, Ipv4Address destination, InternetProtocol protocol, ReadOnlySpan<byte> quoted, UnreachableCode code, Instant now) =>
        SendError(source, destination, protocol, quoted, IcmpType.DestinationUnreachable, (byte)code, now);

    /// <summary>Says that parts of a packet did not come in time.</summary>
    public void SendReassemblyTimeExceeded(ReassemblyBuffer late, Instant now) =>
        SendError(late.Source, late.Destination, late.Protocol, late.Beginning, IcmpType.TimeExceeded, IcmpMessage.ReassemblyTimeExceeded, now);

    /// <summary>The same identifier, number and data, whatever they are (RFC 1122, section 3.2.2.6).</summary>
    private void Answer(Ipv4Address source, ReadOnlySpan<byte> request)
    {
        byte[] reply = request.ToArray();
        IcmpMessage.WriteHeader(reply, IcmpType.EchoReply, 0, BigEndian.ReadUInt32(request.Slice(4)));
        if (output.Send(source, InternetProtocol.Icmp, reply) == SocketError.Success)
            statistics.EchoRepliesSent++;
    }

    private bool TryReport(IcmpMessage message, Instant now) =>
        QuotedPacket.TryParse(message.Data, out QuotedPacket packet) && output.Configuration.IsOwn(packet.Source) &&
        TryReport(packet, (UnreachableCode)message.Code, now);

    /// <summary>Never about broadcasts, later fragments (whose quotation would say nothing), or errors (RFC 1122, section 3.2.2).</summary>
    private void SendError(
        Ipv4Address source, Ipv4Address destination, InternetProtocol protocol, ReadOnlySpan<byte> quoted, IcmpType type, byte code, Instant now)
    {
        bool isAllowed = output.Configuration.IsOwn(destination) &&
            QuotedPacket.TryParse(quoted, out QuotedPacket packet) &&
            !(protocol == InternetProtocol.Icmp && IcmpMessage.IsError((IcmpType)(packet.SourcePort >> 8)));
        if (!isAllowed)
            return;
        if (!limit.TryTake(now))
        {
            statistics.IcmpErrorsLimited++;
            return;
        }

        int length = Math.Min(quoted.Length, MaximumError - IcmpMessage.HeaderLength);
        Span<byte> message = error.AsSpan(0, IcmpMessage.HeaderLength + length);
        quoted.Slice(0, length).CopyTo(message.Slice(IcmpMessage.HeaderLength));
        IcmpMessage.WriteHeader(message, type, code, 0);
        if (output.Send(source, InternetProtocol.Icmp, message) == SocketError.Success)
            statistics.IcmpErrorsSent++;
    }
}
