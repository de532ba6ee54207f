using System.Collections.Generic;
using Euralios.Net.Interface;
using Euralios.Net.Wire;

namespace Euralios.Net.Sockets;

/// <summary>Who waits for echoes (RFC 1122, section 3.2.2.6).</summary>
/// <param name="output">Where to send.</param>
/// <param name="random">For identifiers.</param>
public sealed class EchoLayer(Ipv4Output output, RandomSource random)
{
    /// <summary>Open sockets at most.</summary>
    public const int Capacity = 16;

    private readonly List<EchoSocket> sockets = [];

    /// <summary>Opens a socket.</summary>
    /// <param name="socket">The socket.</param>
    /// <param name="error"><see cref="SocketError.TooManyOpenSockets"/>.</param>
    public bool TryOpen(out EchoSocket? socket, out SocketError error)
    {
        socket = null;
        error = sockets.Count >= Capacity ? SocketError.TooManyOpenSockets : SocketError.Success;
        if (error != SocketError.Success)
            return false;

        ushort identifier = random.NextUInt16();
        while (Find(identifier) is not null)
            identifier++;
        socket = new EchoSocket(this, output, identifier);
        sockets.Add(socket);
        return true;
    }

    /// <summary>Takes in an answer.</summary>
    /// <returns>Whether somebody waited for it.</returns>
    public bool Receive(Ipv4Address source, IcmpMessage reply, Instant now) =>
        Find(reply.Identifier)?.Receive(source, reply.SequenceNumber, reply.Data, now) ?? false;

    /// <summary>Tells who asked that a request could not be delivered.</summary>
    /// <param name="destination">Whom it was for.</param>
    /// <param name="identifiers">Identifier and sequence number.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whether somebody asked.</returns>
    public bool Unreachable(Ipv4Address destination, uint identifiers, Instant now) =>
        Find((ushort)(identifiers >> 16))?.Unreachable(destination, (ushort)identifiers, now) ?? false;

    internal void Close(EchoSocket socket) => sockets.Remove(socket);

    private EchoSocket? Find(ushort identifier)
    {
        foreach (EchoSocket socket in sockets)
        {
            if (socket.Identifier == identifier)
                return socket;
        }

        return null;
    }
}
