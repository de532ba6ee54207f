using System;
using Euralios.Net.Sockets;
using Euralios.Net.Tcp;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>What is mounted at <c>/tcp</c>: see "Connections" of handouts/protocols.md.</summary>
internal sealed class RootDirectory(Network network) : DirectoryNode
{
    private const int Backlog = 16;

    // Port 0 is any that nobody has (RFC 6056): how many to try, and how many there are.
    private const int PortAttempts = 64;
    private const uint EphemeralPorts = 16_384;

    private static readonly string[] Reports = ["arp", "connections", "dhcp", "statistics"];

    public override string Description => "Network";

    public override FileNode? FindFile(string name) =>
        Array.IndexOf(Reports, name) < 0 ? null : new ReportFile(name switch
        {
            "arp" => Report.OfNeighbors(network),
            "connections" => Report.OfConnections(network),
            "dhcp" => Report.OfAddress(network),
            _ => Report.OfStatistics(network),
        });

    public override void List(DirectoryWriter entries)
    {
        foreach (string name in Reports)
            entries.AddFile(name, 0);
    }

    public override bool TryConverse(ReadOnlySpan<byte> path, bool isWrite, out Conversation? conversation, out Error error)
    {
        conversation = null;
        error = Error.None;
        string[] parts = Text.FromUtf8(path).Trim('/').Split('/');
        if (parts.Length != 2 || (!isWrite && parts[0] is not ("names" or "echo")))
            return false;
        string host = parts[0].Trim();
        if (!isWrite)
            conversation = host == "names" ? new NameConversation(network, parts[1]) : new EchoConversation(network, parts[1]);
        else if (!ushort.TryParse(parts[1], out ushort port) || host.Length == 0 || (port == 0 && host != "*"))
            error = Error.Parameter;
        else if (host != "*")
            conversation = new ConnectionConversation(network, host, port);
        else if (TryListen(port, out TcpListener? listener, out error))
            conversation = new ListenerConversation(network, listener!);
        return true;
    }

    private bool TryListen(ushort port, out TcpListener? listener, out Error error)
    {
        lock (network.Gate)
        {
            bool isListening = network.Tcp.TryListen(port == 0 ? AnyPort() : port, Backlog, out listener, out TcpError reason);
            for (int i = 0; i < PortAttempts && port == 0 && reason == TcpError.PortInUse; i++)
                isListening = network.Tcp.TryListen(AnyPort(), Backlog, out listener, out reason);
            error = Connection.ErrorOf(reason);
            return isListening;
        }
    }

    private ushort AnyPort() => (ushort)(UdpLayer.FirstEphemeralPort + network.Stack.Random.NextBelow(EphemeralPorts));
}
