using System;
using System.Text;
using Euralios.Net;
using Euralios.Net.Interface;
using Euralios.Net.Sockets;
using Euralios.Net.Tcp;
using Euralios.Net.Wire;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>What the network is like, for people: the texts in <c>/tcp</c>.</summary>
internal static class Report
{
    private const int NameWidth = 28;

    /// <summary>Neighbours: address, Ethernet address, and for how long that is believed.</summary>
    internal static byte[] OfNeighbors(Network network)
    {
        var text = new StringBuilder();
        lock (network.Gate)
        {
            Instant now = Network.Now;
            foreach (Neighbor neighbor in network.Stack.Neighbors.List(now))
            {
                text.Append(neighbor.Address.ToString().PadRight(17));
                text.Append(neighbor.Mac is { } mac ? mac.ToString().PadRight(19) : "(asked for)        ");
                text.Append(Seconds(neighbor.Expires, now)).Append('\n');
            }
        }

        return Text.ToUtf8(text.ToString());
    }

    /// <summary>Listeners and connections: state, both ends, and what waits to be read and to be acknowledged.</summary>
    internal static byte[] OfConnections(Network network)
    {
        var text = new StringBuilder();
        lock (network.Gate)
        {
            foreach (TcpListener listener in network.Tcp.Listeners)
                Row(text, TcpState.Listen, $"*:{listener.Port}", "*", listener.Pending, 0);
            foreach (TcpConnection connection in network.Tcp.Connections)
                Row(text, connection.State, connection.Local.ToString(), connection.Remote.ToString(), connection.Available, connection.Unacknowledged);
        }

        return Text.ToUtf8(text.ToString());
    }

    /// <summary>The own address, and for how long.</summary>
    internal static byte[] OfAddress(Network network)
    {
        var text = new StringBuilder();
        lock (network.Gate)
        {
            Instant now = Network.Now;
            NetworkStack stack = network.Stack;
            Line(text, "state", NameOf(stack.Dhcp.State));
            Line(text, "mac", stack.Mac.ToString());
            if (stack.Dhcp.Lease is { } lease)
            {
                Line(text, "address", $"{lease.Configuration.Address}/{lease.Configuration.PrefixLength}");
                Line(text, "router", lease.Configuration.Gateway == Ipv4Address.Unspecified ? "none" : lease.Configuration.Gateway.ToString());
                foreach (Ipv4Address server in lease.DnsServers)
                    Line(text, "dns", server.ToString());
                Line(text, "server", lease.Server.ToString());
                Line(text, "renewal", Seconds(lease.Renewal, now));
                Line(text, "rebinding", Seconds(lease.Rebinding, now));
                Line(text, "expiry", Seconds(lease.Expiry, now));
            }

            Line(text, "refusals", stack.Dhcp.Refusals);
            Line(text, "conflicts", stack.Dhcp.Conflicts);
        }

        return Text.ToUtf8(text.ToString());
    }

    /// <summary>What was counted.</summary>
    internal static byte[] OfStatistics(Network network)
    {
        var text = new StringBuilder();
        lock (network.Gate)
        {
            NetworkStatistics counts = network.Stack.Statistics;
            Line(text, "frames received", counts.FramesReceived);
            Line(text, "frames sent", counts.FramesSent);
            Line(text, "frames malformed", counts.FramesMalformed);
            Line(text, "frames for others", counts.FramesForOthers);
            Line(text, "frames unknown", counts.FramesUnknown);
            Line(text, "arp requests sent", counts.ArpRequestsSent);
            Line(text, "arp requests received", counts.ArpRequestsReceived);
            Line(text, "arp ignored", counts.ArpIgnored);
            Line(text, "address conflicts", counts.AddressConflicts);
            Line(text, "packets received", counts.PacketsReceived);
            Line(text, "packets sent", counts.PacketsSent);
            Line(text, "packets malformed", counts.PacketsMalformed);
            Line(text, "packets for others", counts.PacketsForOthers);
            Line(text, "fragments received", counts.FragmentsReceived);
            Line(text, "packets reassembled", counts.Reassembled);
            Line(text, "icmp received", counts.IcmpReceived);
            Line(text, "icmp echo replies sent", counts.EchoRepliesSent);
            Line(text, "icmp errors sent", counts.IcmpErrorsSent);
            Line(text, "udp received", counts.DatagramsReceived);
            Line(text, "udp sent", counts.DatagramsSent);
            Line(text, "udp unwanted", counts.DatagramsUnwanted);
            TcpCounters tcp = network.Tcp.Statistics;
            Line(text, "tcp segments received", tcp.SegmentsIn);
            Line(text, "tcp segments sent", tcp.SegmentsOut);
            Line(text, "tcp retransmissions", tcp.Retransmissions);
            Line(text, "tcp timeouts", tcp.Timeouts);
            Line(text, "tcp fast recoveries", tcp.FastRecoveries);
            Line(text, "tcp bad checksums", tcp.BadChecksums);
            Line(text, "tcp malformed", tcp.Malformed);
            Line(text, "tcp resets received", tcp.ResetsIn);
            Line(text, "tcp resets sent", tcp.ResetsOut);
            Line(text, "tcp challenges sent", tcp.ChallengesOut);
            Line(text, "tcp opened from here", tcp.ActiveOpens);
            Line(text, "tcp opened from there", tcp.PassiveOpens);
        }

        return Text.ToUtf8(text.ToString());
    }

    private static void Row(StringBuilder text, TcpState state, string local, string remote, int unread, int unacknowledged)
    {
        text.Append(NameOf(state).PadRight(13)).Append(local.PadRight(22)).Append(remote.PadRight(22));
        text.Append($"{unread,7} {unacknowledged,7}\n");
    }

    private static void Line(StringBuilder text, string name, string value) => text.Append(name.PadRight(NameWidth)).Append(value).Append('\n');

    private static void Line(StringBuilder text, string name, long value) => Line(text, name, value.ToString());

    private static string Seconds(Instant time, Instant now) => time == Instant.Never ? "never" : $"{Math.Max(0, (long)time.Since(now).TotalSeconds)} s";

    private static string NameOf(TcpState state) => state switch
    {
        TcpState.Listen => "LISTEN",
        TcpState.SynSent => "SYN-SENT",
        TcpState.SynReceived => "SYN-RECEIVED",
        TcpState.Established => "ESTABLISHED",
        TcpState.FinWait1 => "FIN-WAIT-1",
        TcpState.FinWait2 => "FIN-WAIT-2",
        TcpState.CloseWait => "CLOSE-WAIT",
        TcpState.Closing => "CLOSING",
        TcpState.LastAck => "LAST-ACK",
        TcpState.TimeWait => "TIME-WAIT",
        _ => "CLOSED",
    };

    private static string NameOf(DhcpState state) => state switch
    {
        DhcpState.Stopped => "stopped",
        DhcpState.Init => "init",
        DhcpState.Selecting => "selecting",
        DhcpState.Requesting => "requesting",
        DhcpState.Checking => "checking",
        DhcpState.Bound => "bound",
        DhcpState.Renewing => "renewing",
        _ => "rebinding",
    };
}
