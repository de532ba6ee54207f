using System;
using System.Collections.Generic;
using Euralios.Net.Wire;

namespace Euralios.Net.Sockets;

/// <summary>
/// Answers that may still be believed (RFC 1035, section 7.4), also that there is none (RFC 2308): up to <see cref="Capacity"/>; where there is no
/// room, the one goes that would go first.
/// </summary>
public sealed class DnsCache
{
    /// <summary>Answers at most.</summary>
    public const int Capacity = 64;

    private const uint LongestSeconds = 24 * 60 * 60;
    private const uint LongestNegativeSeconds = 60 * 60;

    private readonly List<Entry> entries = [];

    /// <summary>Answers that are kept.</summary>
    public int Count => entries.Count;

    /// <summary>Keeps how a look-up ended.</summary>
    public void Add(string name, DnsStatus status, IReadOnlyList<Ipv4Address> addresses, uint seconds, Instant now)
    {
        seconds = Math.Min(seconds, status == DnsStatus.Resolved ? LongestSeconds : LongestNegativeSeconds);
        if (seconds == 0)
            return;

        int place = -1;
        for (int i = 0; i < entries.Count; i++)
        {
            if (entries[i].Name == name)
            {
                place = i;
                break;
            }

            if (entries.Count == Capacity && (place < 0 || entries[i].Expires < entries[place].Expires))
                place = i;
        }

        if (place >= 0)
            entries.RemoveAt(place);
        entries.Add(new Entry(name, status, addresses, now.After(TimeSpan.FromSeconds((long)seconds))));
    }

    /// <summary>What is known about a name.</summary>
    public bool TryGet(string name, Instant now, out DnsStatus status, out IReadOnlyList<Ipv4Address> addresses)
    {
        foreach (Entry entry in entries)
        {
            if (entry.Name == name && now < entry.Expires)
            {
                status = entry.Status;
                addresses = entry.Addresses;
                return true;
            }
        }

        status = DnsStatus.Pending;
        addresses = [];
        return false;
    }

    /// <summary>Forgets everything: the servers have changed.</summary>
    public void Clear() => entries.Clear();

    private readonly record struct Entry(string Name, DnsStatus Status, IReadOnlyList<Ipv4Address> Addresses, Instant Expires);
}
