using System;
using Euralios.Net.Wire;

namespace Euralios.Net.Tcp;

/// <summary>What connections and listeners ask of the layer.</summary>
public sealed partial class TcpLayer
{
    /// <summary>Puts a new connection into the table and into a list.</summary>
    internal void Keep(TcpConnection connection, ConnectionList list)
    {
        table.Add(connection);
        list.Add(connection);
    }

    /// <summary>Takes a connection out of everything, but for the queues of what is due.</summary>
    internal void Forget(TcpConnection connection)
    {
        if (connection.List is not ConnectionList list)
            return;
        list.Remove(connection);
        table.Remove(connection);
        deadlines.Remove(connection);
    }

    /// <summary>A listener was closed.</summary>
    internal void Forget(TcpListener listener) => listeners.Remove(listener.Port);

    /// <summary>A half-open connection gets its buffers, if there may be one more.</summary>
    internal bool TryMoveToOpen(TcpConnection connection)
    {
        if (open.Count >= Options.MaximumConnections)
            return false;
        connection.List!.Remove(connection);
        open.Add(connection);
        return true;
    }

    /// <summary>A connection is in TIME-WAIT. The one that is longest makes room.</summary>
    internal void MoveToTimeWait(TcpConnection connection)
    {
        connection.List!.Remove(connection);
        if (timeWait.Count >= Options.MaximumTimeWait)
            timeWait.First?.End(TcpError.None);
        timeWait.Add(connection);
    }

    internal void NoteDeadline(TcpConnection connection) => deadlines.Update(connection);

    /// <summary>The connection has something to send, or to reckon, at the next poll.</summary>
    internal void QueueForOutput(TcpConnection connection)
    {
        if (connection.IsQueuedForOutput)
            return;
        connection.IsQueuedForOutput = true;
        due.Enqueue(connection);
    }

    /// <summary>The output refused to take what the connection has to send.</summary>
    internal void QueueRefused(TcpConnection connection)
    {
        if (connection.IsRefused)
            return;
        connection.IsRefused = true;
        refused.Enqueue(connection);
    }

    /// <summary>The connection's program is to look at it.</summary>
    internal void QueueAsChanged(TcpConnection connection)
    {
        if (connection.IsQueuedAsChanged)
            return;
        connection.IsQueuedAsChanged = true;
        changed.Enqueue(connection);
    }

    internal bool TryBegin(Ipv4Address destination, int length, out Span<byte> segment) =>
        output.TryBegin(destination, InternetProtocol.Tcp, length, out segment);

    internal void Send(int length)
    {
        output.Send(length);
        Counters.SegmentsOut++;
    }

    /// <summary>Answers a segment that no connection wants (RFC 9293, section 3.10.7.1). If the output refuses it, the peer tries again.</summary>
    internal void SendReset(Ipv4Endpoint local, Ipv4Endpoint remote, scoped in TcpSegment segment)
    {
        if (segment.Has(TcpSegmentFlags.Reset))
            return;
        if (segment.Has(TcpSegmentFlags.Acknowledgment))
            TrySendReset(local, remote, segment.Acknowledgment, null);
        else
            TrySendReset(local, remote, default, segment.Sequence + segment.Length);
    }

    /// <summary>Sends RST.</summary>
    internal bool TrySendReset(Ipv4Endpoint local, Ipv4Endpoint remote, SequenceNumber sequence, SequenceNumber? acknowledgment)
    {
        var header = new TcpSegmentHeader
        {
            SourcePort = local.Port,
            DestinationPort = remote.Port,
            Sequence = sequence,
            Acknowledgment = acknowledgment ?? default,
            Flags = acknowledgment == null ? TcpSegmentFlags.Reset : TcpSegmentFlags.Reset | TcpSegmentFlags.Acknowledgment,
        };
        if (!TryBegin(remote.Address, header.Size, out Span<byte> segment))
            return false;
        header.Write(segment, local.Address, remote.Address);
        Send(header.Size);
        Counters.ResetsOut++;
        return true;
    }
}
