using System;
using Euralios.Net.Interface;
using Euralios.Net.Wire;

namespace Euralios.Net.Sockets;

public sealed partial class DhcpClient
{
    /// <summary>Does what is due in each state.</summary>
    private void Act(Instant now)
    {
        switch (State)
        {
            case DhcpState.Init:
                State = DhcpState.Selecting;
                transaction = random.NextUInt32();
                began = now;
                BeginAttempts();
                goto case DhcpState.Selecting;
            case DhcpState.Selecting:
                Attempt(new DhcpMessage { Type = DhcpMessageType.Discover }, now);
                break;
            case DhcpState.Requesting when attempts >= RequestsUntilRestart:
                Restart(now, TimeSpan.Zero);
                break;
            case DhcpState.Requesting:
                Attempt(new DhcpMessage { Type = DhcpMessageType.Request, RequestedAddress = offered, ServerIdentifier = server }, now);
                break;
            case DhcpState.Bound:
                State = DhcpState.Renewing;
                transaction = random.NextUInt32();
                began = now;
                goto case DhcpState.Renewing;
            case DhcpState.Renewing when now >= Lease!.Rebinding:
                State = DhcpState.Rebinding;
                goto case DhcpState.Rebinding;
            case DhcpState.Renewing:
                Extend(Lease!.Server, Lease.Rebinding, now);
                break;
            case DhcpState.Rebinding when now >= Lease!.Expiry:
                Restart(now, TimeSpan.Zero);
                break;
            case DhcpState.Rebinding:
                Extend(Ipv4Address.Broadcast, Lease!.Expiry, now);
                break;
            default:
                nextAction = Instant.Never;
                break;
        }
    }

    /// <summary>The address is this host's from here on; or nobody's, if a neighbour has it.</summary>
    private bool Check(Instant now)
    {
        switch (probe.State)
        {
            case ProbeState.Free:
                Bind(checkedLease!);
                break;
            case ProbeState.Conflict:
                Conflicts++;
                var decline = new DhcpMessage { Type = DhcpMessageType.Decline, RequestedAddress = offered, ServerIdentifier = server };
                Send(decline, Ipv4Address.Broadcast);
                Restart(now, WaitAfterDecline);
                break;
            default:
                return false;
        }

        probe.Stop();
        return true;
    }

    private void Bind(DhcpLease lease)
    {
        Lease = lease;
        State = DhcpState.Bound;
        nextAction = lease.Renewal;
    }

    private void Restart(Instant now, TimeSpan delay)
    {
        Lease = null;
        State = DhcpState.Init;
        nextAction = now.After(delay);
    }

    private void BeginAttempts()
    {
        attempts = 0;
        wait = FirstWait;
    }

    /// <summary>Sends, and waits for 4, 8, 16, 32, 64, 64, ... seconds, each one more or less by up to one (section 4.1).</summary>
    private void Attempt(DhcpMessage message, Instant now)
    {
        attempts++;
        sentAt = now;
        Send(message with { SecondsElapsed = Elapsed(now) }, Ipv4Address.Broadcast);
        var jitter = TimeSpan.FromMilliseconds((long)random.NextBelow(2001) - 1000);
        nextAction = now.After(wait + jitter);
        wait = wait + wait < LongestWait ? wait + wait : LongestWait;
    }

    /// <summary>Asks for more time, and waits for half of what is left, though not less than a minute (section 4.4.5).</summary>
    private void Extend(Ipv4Address whom, Instant end, Instant now)
    {
        sentAt = now;
        var request = new DhcpMessage
        {
            Type = DhcpMessageType.Request, ClientAddress = Lease!.Configuration.Address, SecondsElapsed = Elapsed(now),
        };
        Send(request, whom);
        TimeSpan half = end.Since(now) / 2;
        nextAction = Instant.Earlier(end, now.After(half > ShortestRenewalWait ? half : ShortestRenewalWait));
    }

    // What cannot be sent now is lost like what is lost on the way: it is sent again.
    private void Send(DhcpMessage message, Ipv4Address whom)
    {
        byte[] bytes = new byte[DhcpMessage.MaximumWritten];
        int length = (message with { TransactionId = transaction, ClientMac = mac }).Write(bytes);
        socket?.TrySend(new Ipv4Endpoint(whom, DhcpMessage.ServerPort), bytes.AsSpan(0, length), out _);
    }

    private ushort Elapsed(Instant now) => (ushort)Math.Min(now.Since(began).Ticks / TimeSpan.TicksPerSecond, ushort.MaxValue);
}
