using System;
using System.Collections.Generic;
using Euralios.Net.Wire;

namespace Euralios.Net.Sockets;

/// <summary>
/// Asks name servers for addresses (RFC 1035, section 7). Each question has a port and a number that nobody can guess, and an answer counts only if
/// it is from the server that was asked, to that port, with that number and that question (RFC 5452). Servers are asked in turn, three times each at
/// most.
/// </summary>
/// <param name="udp">Where to ask.</param>
/// <param name="random">For numbers.</param>
public sealed class DnsResolver(UdpLayer udp, RandomSource random)
{
    /// <summary>Look-ups under way at most.</summary>
    public const int MaximumPending = 16;

    /// <summary>Addresses of a name at most.</summary>
    public const int MaximumAddresses = 16;

    // How often a name may be another one for a name.
    private const int MaximumAliases = 8;

    private const int Rounds = 3;
    private const string LocalHost = "localhost";

    private static readonly TimeSpan FirstTimeout = TimeSpan.FromSeconds(2);

    private readonly List<DnsExchange> pending = [];
    private IReadOnlyList<Ipv4Address> servers = [];

    /// <summary>Whom to ask, the best one first. Others than before make everything be forgotten.</summary>
    public IReadOnlyList<Ipv4Address> Servers
    {
        get => servers;
        set
        {
            if (AreSame(servers, value))
                return;
            servers = value;
            Cache.Clear();
        }
    }

    /// <summary>What is remembered.</summary>
    public DnsCache Cache { get; } = new();

    /// <summary>Look-ups under way.</summary>
    public int PendingCount => pending.Count;

    /// <summary>When a server has had its time.</summary>
    public Instant NextPoll
    {
        get
        {
            Instant next = Instant.Never;
            foreach (DnsExchange exchange in pending)
                next = Instant.Earlier(next, exchange.Deadline);
            return next;
        }
    }

    /// <summary>
    /// Looks a name up. Addresses in digits, `localhost`, and what is remembered are there at once; else see what the query says later.
    /// </summary>
    /// <param name="text">A name or an address.</param>
    /// <param name="now">The time.</param>
    public DnsQuery Resolve(string text, Instant now)
    {
        if (Ipv4Address.TryParse(text, out Ipv4Address literal))
            return Ended(text, DnsStatus.Resolved, [literal]);
        if (!DnsName.TryParse(text, out string name))
            return Ended(text, DnsStatus.InvalidName, []);

        // RFC 6761, section 6.3.
        if (name == LocalHost || name.EndsWith("." + LocalHost, StringComparison.Ordinal))
            return Ended(name, DnsStatus.Resolved, [Ipv4Address.Loopback]);
        if (Cache.TryGet(name, now, out DnsStatus status, out IReadOnlyList<Ipv4Address> addresses))
            return Ended(name, status, addresses);

        // One question for all who ask the same: several would make one right guess likelier (RFC 5452, section 5).
        foreach (DnsExchange exchange in pending)
        {
            if (exchange.Query.Name == name)
                return exchange.Query;
        }

        if (servers.Count == 0)
            return Ended(name, DnsStatus.NoServers, []);
        if (pending.Count == MaximumPending)
            return Ended(name, DnsStatus.TooManyQueries, []);

        var begun = new DnsExchange(new DnsQuery(name));
        pending.Add(begun);
        Ask(begun, now);
        return begun.Query;
    }

    /// <summary>Takes in answers, and asks the next server where there is none.</summary>
    /// <returns>Whether anything was done.</returns>
    public bool Poll(Instant now)
    {
        bool isDone = false;
        for (int i = pending.Count - 1; i >= 0; i--)
        {
            DnsExchange exchange = pending[i];
            while (exchange.IsPending && exchange.TryReceive(out DnsMessage message))
            {
                isDone = true;
                Receive(exchange, message, now);
            }

            if (exchange.IsPending && (now >= exchange.Deadline || exchange.IsRefused))
            {
                isDone = true;
                AskNext(exchange, now);
            }
        }

        pending.RemoveAll(exchange => !exchange.IsPending);
        return isDone;
    }

    private static DnsQuery Ended(string name, DnsStatus status, IReadOnlyList<Ipv4Address> addresses) =>
        new(name) { Status = status, Addresses = addresses };

    private static bool AreSame(IReadOnlyList<Ipv4Address> some, IReadOnlyList<Ipv4Address> others)
    {
        bool areSame = some.Count == others.Count;
        for (int i = 0; areSame && i < some.Count; i++)
            areSame = some[i] == others[i];
        return areSame;
    }

    private void Receive(DnsExchange exchange, DnsMessage message, Instant now)
    {
        switch (message.ResponseCode)
        {
            case DnsResponseCode.NoError:
                ReceiveAnswer(exchange, message, now);
                break;
            case DnsResponseCode.NameError:
                End(exchange, DnsStatus.NameNotFound, [], message.NegativeTimeToLive ?? 0, now);
                break;
            default:
                exchange.Failure = DnsStatus.ServerFailure;
                AskNext(exchange, now);
                break;
        }
    }

    /// <summary>Follows names from the one that was asked for, as far as this answer goes.</summary>
    private void ReceiveAnswer(DnsExchange exchange, DnsMessage message, Instant now)
    {
        while (TryFindAlias(message, exchange.CurrentName, out DnsRecord alias))
        {
            if (++exchange.Aliases > MaximumAliases)
            {
                End(exchange, DnsStatus.TooManyAliases, [], 0, now);
                return;
            }

            exchange.CurrentName = alias.Target;
            exchange.TimeToLive = Math.Min(exchange.TimeToLive, alias.TimeToLive);
        }

        var addresses = new List<Ipv4Address>();
        foreach (DnsRecord record in message.Answers)
        {
            if (record.Type != DnsRecordType.A || record.Name != exchange.CurrentName || addresses.Count == MaximumAddresses)
                continue;
            addresses.Add(record.Address);
            exchange.TimeToLive = Math.Min(exchange.TimeToLive, record.TimeToLive);
        }

        if (addresses.Count > 0)
            End(exchange, DnsStatus.Resolved, addresses, message.IsTruncated ? 0 : exchange.TimeToLive, now);
        else if (message.IsTruncated)
            End(exchange, DnsStatus.Truncated, [], 0, now);
        else if (exchange.CurrentName == message.QuestionName)
            End(exchange, DnsStatus.NoAddress, [], Math.Min(exchange.TimeToLive, message.NegativeTimeToLive ?? 0), now);
        else if (DnsName.TryParse(exchange.CurrentName, out _))
            AskAgain(exchange, now);
        else
            End(exchange, DnsStatus.NoAddress, [], 0, now);
    }

    private static bool TryFindAlias(DnsMessage message, string name, out DnsRecord alias)
    {
        foreach (DnsRecord record in message.Answers)
        {
            if (record.Type == DnsRecordType.CName && record.Name == name)
            {
                alias = record;
                return true;
            }
        }

        alias = default;
        return false;
    }

    /// <summary>Asks for the name that the name has turned out to stand for.</summary>
    private void AskAgain(DnsExchange exchange, Instant now)
    {
        exchange.Attempts = 0;
        Ask(exchange, now);
    }

    private void AskNext(DnsExchange exchange, Instant now)
    {
        exchange.Attempts++;
        if (exchange.Attempts < servers.Count * Rounds)
            Ask(exchange, now);
        else
            End(exchange, exchange.Failure, [], 0, now);
    }

    private void Ask(DnsExchange exchange, Instant now)
    {
        exchange.Close();
        if (servers.Count == 0)
        {
            End(exchange, DnsStatus.NoServers, [], 0, now);
            return;
        }

        int round = exchange.Attempts / servers.Count;
        exchange.Deadline = now.After(FirstTimeout * (1 << round));
        if (udp.TryOpen(0, out UdpSocket? socket, out _))
            exchange.Ask(socket!, servers[exchange.Attempts % servers.Count], random.NextUInt16());
    }

    private void End(DnsExchange exchange, DnsStatus status, IReadOnlyList<Ipv4Address> addresses, uint seconds, Instant now)
    {
        exchange.End(status, addresses);
        if (status is DnsStatus.Resolved or DnsStatus.NameNotFound or DnsStatus.NoAddress)
            Cache.Add(exchange.Query.Name, status, addresses, seconds, now);
    }
}
