using System;
using Euralios.Net.Interface;
using Euralios.Net.Wire;

namespace Euralios.Net.Tcp;

/// <summary>What the stack calls: segments that came, what could not be delivered, and the time.</summary>
public sealed partial class TcpLayer
{
    /// <inheritdoc/>
    public Instant NextPoll => due.Count > 0 ? default : deadlines.Next;

    /// <inheritdoc/>
    public void Receive(Ipv4Address source, Ipv4Address destination, ReadOnlySpan<byte> payload, Instant now)
    {
        Counters.SegmentsIn++;

        // Nothing that everybody hears belongs to a connection (RFC 1122, section 4.2.3.10).
        if (destination != output.SourceFor(source))
            return;
        if (InternetChecksum.Compute(payload, InternetChecksum.PseudoHeader(source, destination, InternetProtocol.Tcp, payload.Length)) != 0)
        {
            Counters.BadChecksums++;
            return;
        }

        if (!TcpSegment.TryParse(payload, out TcpSegment segment))
        {
            Counters.Malformed++;
            return;
        }

        var local = new Ipv4Endpoint(destination, segment.DestinationPort);
        var remote = new Ipv4Endpoint(source, segment.SourcePort);
        TcpConnection? connection = table.Find(local, remote);
        bool isSyn = (segment.Flags & (TcpSegmentFlags.Syn | TcpSegmentFlags.Acknowledgment | TcpSegmentFlags.Reset)) == TcpSegmentFlags.Syn;
        TcpListener? listener = null;
        if (isSyn && remote.Port != 0 && local != remote)
            listeners.TryGetValue(local.Port, out listener);
        if (listener != null && (connection == null || connection.AllowsReuse(segment)))
        {
            SequenceNumber number = initialSequence.Next(local, remote, now);
            if (connection != null)
            {
                number = SequenceNumber.Later(number, connection.NumberAfter);
                connection.End(TcpError.None);
            }

            listener.Arrive(segment, local, remote, number, now);
        }
        else if (connection != null)
        {
            connection.Arrive(segment, now);
        }
        else
        {
            SendReset(local, remote, segment);
        }
    }

    /// <inheritdoc/>
    public void Unreachable(Ipv4Endpoint local, Ipv4Endpoint remote, UnreachableCode code, uint sequence, Instant now) =>
        table.Find(local, remote)?.Unreachable(code, new SequenceNumber(sequence));

    /// <inheritdoc/>
    public bool Poll(Instant now)
    {
        bool isAnythingDone = false;
        if (output.Address != address)
            ChangeAddress();
        while (deadlines.Due(now) is TcpConnection connection)
        {
            connection.TimeOut(now);
            isAnythingDone = true;
        }

        // Those that are refused again go to the end of their queue, and are not tried twice.
        for (int count = refused.Count; count > 0; count--)
        {
            TcpConnection connection = refused.Dequeue();
            connection.IsRefused = false;
            QueueForOutput(connection);
        }

        while (due.TryDequeue(out TcpConnection? connection))
        {
            connection.IsQueuedForOutput = false;
            long sent = Counters.SegmentsOut;
            connection.Output(now);
            isAnythingDone |= Counters.SegmentsOut != sent;
        }

        return isAnythingDone;
    }

    // The own address is part of a connection's name: with another one the peer does not know it.
    private void ChangeAddress()
    {
        address = output.Address;
        EndStrangers(open);
        EndStrangers(timeWait);
    }

    private void EndStrangers(ConnectionList list)
    {
        TcpConnection? next;
        for (TcpConnection? connection = list.First; connection != null; connection = next)
        {
            next = connection.NextInList;
            if (output.SourceFor(connection.Remote.Address) != connection.Local.Address)
                connection.End(TcpError.Unreachable);
        }
    }
}
