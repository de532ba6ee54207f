using System;
using System.Collections.Generic;
using Euralios.Net.Wire;

namespace Euralios.Net.Interface;

/// <summary>
/// Which Ethernet address a neighbour's IPv4 address belongs to (RFC 826; RFC 1122, section 2.3.2). The table has a fixed size. An entry is believed
/// for a minute; an address is asked for at most once a second, and all addresses together at most <see cref="RequestsPerSecond"/> times. An entry
/// comes to be because this host wants to send, or because the neighbour asked for this host's address: never by an answer nobody asked for.
/// </summary>
public sealed class NeighborTable
{
    /// <summary>Neighbours that are known at most.</summary>
    public const int Capacity = 64;

    /// <summary>Questions a second at most, whatever is sent to whomever.</summary>
    public const int RequestsPerSecond = 16;

    // After so many questions without an answer nobody is there.
    private const int RequestsUntilUnreachable = 3;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    // An entry that is in use is asked for again before it ends, so that sending does not pause each minute.
    private static readonly TimeSpan RefreshTime = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan RequestInterval = TimeSpan.FromSeconds(1);

    private readonly Entry[] entries = new Entry[Capacity];
    private readonly RateLimit limit = new(RequestsPerSecond, RequestsPerSecond);
    private int last;

    /// <summary>Neighbours whose address is known or asked for.</summary>
    public int Count
    {
        get
        {
            int count = 0;
            foreach (Entry entry in entries)
            {
                if (entry.State != State.Free)
                    count++;
            }

            return count;
        }
    }

    /// <summary>The neighbours that are known or asked for.</summary>
    public IEnumerable<Neighbor> List(Instant now)
    {
        foreach (Entry entry in entries)
        {
            if (entry.State != State.Free && now < entry.Expires)
                yield return new Neighbor(entry.Address, entry.State == State.Known ? entry.Mac : null, entry.Expires);
        }
    }

    /// <summary>When there is a question to ask; never if nobody waits for an answer.</summary>
    public Instant NextRequest
    {
        get
        {
            Instant next = Instant.Never;
            foreach (Entry entry in entries)
            {
                if (entry.IsWanted)
                    next = Instant.Earlier(next, entry.MayAskAt);
            }

            return next;
        }
    }

    /// <summary>A neighbour's Ethernet address. If it is not known, it is asked for from now on.</summary>
    public bool TryResolve(Ipv4Address address, Instant now, out MacAddress mac)
    {
        // Nearly always it is the one of last time.
        int index = entries[last].State != State.Free && entries[last].Address == address ? last : Find(address);
        if (index < 0)
            index = Add(address, now);

        last = index;
        ref Entry entry = ref entries[index];
        mac = entry.Mac;
        if (entry.State == State.Known && now < entry.Expires)
        {
            if (entry.Expires.Since(now) < RefreshTime)
                entry.IsWanted = true;
            return true;
        }

        if (entry.State == State.Known)
        {
            entry.State = State.Asked;
            entry.Requests = 0;
        }

        entry.IsWanted = true;
        entry.Expires = now.After(Lifetime);
        return false;
    }

    /// <summary>Whether an address was asked for several times and nobody answered.</summary>
    public bool IsUnreachable(Ipv4Address address, Instant now)
    {
        int index = Find(address);
        return index >= 0 && entries[index].State == State.Asked && entries[index].Requests >= RequestsUntilUnreachable &&
            now >= entries[index].MayAskAt;
    }

    /// <summary>The next address that is to be asked for now. To ask for it counts, whether it can be sent or not.</summary>
    /// <param name="now">The time.</param>
    /// <param name="address">The address.</param>
    /// <param name="mac">Whom to ask: the station that had the address until now, or everybody.</param>
    public bool TryNextRequest(Instant now, out Ipv4Address address, out MacAddress mac)
    {
        for (int i = 0; i < Capacity; i++)
        {
            ref Entry entry = ref entries[i];
            if (!entry.IsWanted || now < entry.MayAskAt)
                continue;
            if (!limit.TryTake(now))
            {
                entry.MayAskAt = now.After(RequestInterval);
                continue;
            }

            entry.MayAskAt = now.After(RequestInterval);
            entry.IsWanted = false;
            entry.Requests = Math.Min(entry.Requests + 1, RequestsUntilUnreachable);
            address = entry.Address;
            mac = entry.State == State.Known ? entry.Mac : MacAddress.Broadcast;
            return true;
        }

        address = default;
        mac = default;
        return false;
    }

    /// <summary>Believes what a neighbour says of itself.</summary>
    /// <param name="address">Its address, which is on the link and not this host's.</param>
    /// <param name="mac">Its Ethernet address.</param>
    /// <param name="mayAdd">Whether to remember it if it is new, as far as there is room that nobody uses.</param>
    /// <param name="now">The time.</param>
    /// <returns>Whether it is in the table now.</returns>
    public bool Learn(Ipv4Address address, MacAddress mac, bool mayAdd, Instant now)
    {
        int index = Find(address);
        if (index < 0 && mayAdd)
            index = FindUnused(now);
        if (index < 0)
            return false;

        Instant mayAskAt = entries[index].MayAskAt;
        entries[index] = new Entry { State = State.Known, Address = address, Mac = mac, Expires = now.After(Lifetime), MayAskAt = mayAskAt };
        return true;
    }

    /// <summary>Forgets everybody: the own address has changed.</summary>
    public void Clear() => Array.Clear(entries);

    private int Find(Ipv4Address address)
    {
        for (int i = 0; i < Capacity; i++)
        {
            if (entries[i].State != State.Free && entries[i].Address == address)
                return i;
        }

        return -1;
    }

    private int FindUnused(Instant now)
    {
        for (int i = 0; i < Capacity; i++)
        {
            if (entries[i].State == State.Free || now >= entries[i].Expires)
                return i;
        }

        return -1;
    }

    /// <summary>Makes an entry without an answer yet, at the cost of the one that ends soonest; of one without an answer, if there is one.</summary>
    private int Add(Ipv4Address address, Instant now)
    {
        int index = FindUnused(now);
        if (index < 0)
        {
            index = 0;
            for (int i = 1; i < Capacity; i++)
            {
                bool isLess = entries[i].State == entries[index].State
                    ? entries[i].Expires < entries[index].Expires
                    : entries[i].State == State.Asked;
                if (isLess)
                    index = i;
            }
        }

        entries[index] = new Entry { State = State.Asked, Address = address, MayAskAt = now };
        return index;
    }

    private enum State : byte
    {
        Free,
        Asked,
        Known,
    }

    private struct Entry
    {
        public Ipv4Address Address;
        public MacAddress Mac;
        public State State;

        /// <summary>Whether somebody has wanted to send since the last question.</summary>
        public bool IsWanted;
        public int Requests;
        public Instant Expires;
        public Instant MayAskAt;
    }
}

/// <summary>A neighbour, as <see cref="NeighborTable"/> knows it.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Mac">Its Ethernet address; null while that is asked for.</param>
/// <param name="Expires">When it is to be asked for again.</param>
public readonly record struct Neighbor(Ipv4Address Address, MacAddress? Mac, Instant Expires);
