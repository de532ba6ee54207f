using System;
using Euralios.Net.Wire;

namespace Euralios.Net.Interface;

/// <summary>
/// Puts packets together that came in parts (RFC 791, section 3.2; RFC 1122, section 3.3.2). Memory is bounded: <see cref="Capacity"/> unfinished
/// packets of at most <see cref="MaximumPayload"/> bytes, each for 30 seconds; where there is no room the oldest goes. Parts that contradict one
/// another, in what they say of the same bytes or of the length, make the whole packet void (in the spirit of RFC 5722); a part that came twice is
/// none of these.
/// </summary>
public sealed class Reassembly
{
    /// <summary>Unfinished packets at most.</summary>
    public const int Capacity = 8;

    /// <summary>The most bytes of a payload.</summary>
    public const int MaximumPayload = 16_384;

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);

    private readonly ReassemblyBuffer[] buffers = new ReassemblyBuffer[Capacity];
    private readonly NetworkStatistics statistics;

    /// <summary>A place for parts, which counts what goes wrong.</summary>
    public Reassembly(NetworkStatistics statistics)
    {
        this.statistics = statistics;
        for (int i = 0; i < Capacity; i++)
            buffers[i] = new ReassemblyBuffer();
    }

    /// <summary>Unfinished packets.</summary>
    public int Count
    {
        get
        {
            int count = 0;
            foreach (ReassemblyBuffer buffer in buffers)
                count += buffer.IsUsed ? 1 : 0;
            return count;
        }
    }

    /// <summary>When the next packet has waited for too long.</summary>
    public Instant NextPoll
    {
        get
        {
            Instant next = Instant.Never;
            foreach (ReassemblyBuffer buffer in buffers)
            {
                if (buffer.IsUsed)
                    next = Instant.Earlier(next, buffer.Deadline);
            }

            return next;
        }
    }

    /// <summary>Takes in a part.</summary>
    /// <param name="part">The part.</param>
    /// <param name="now">The time.</param>
    /// <param name="whole">The buffer that has the whole packet now, to be released by its user.</param>
    /// <returns>Whether the packet is whole.</returns>
    public bool TryAdd(Ipv4Packet part, Instant now, out ReassemblyBuffer whole)
    {
        statistics.FragmentsReceived++;
        whole = buffers[0];
        bool isMisshapen = part.Payload.IsEmpty || (part.MoreFragments && part.Payload.Length % 8 != 0) ||
            part.FragmentOffset + part.Payload.Length > MaximumPayload;
        if (isMisshapen)
        {
            statistics.FragmentsMalformed++;
            return false;
        }

        whole = Find(part) ?? Begin(part, now);
        switch (whole.Add(part))
        {
            case ReassemblyResult.Overlap:
                statistics.FragmentsOverlapping++;
                return false;
            case ReassemblyResult.Whole:
                statistics.Reassembled++;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Gives up a packet that has waited for too long.</summary>
    /// <param name="now">The time.</param>
    /// <param name="late">Its buffer, to be released by its user.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryTakeLate(Instant now, out ReassemblyBuffer late)
    {
        late = buffers[0];
        foreach (ReassemblyBuffer buffer in buffers)
        {
            if (buffer.IsUsed && now >= buffer.Deadline)
            {
                statistics.ReassemblyTimeouts++;
                late = buffer;
                return true;
            }
        }

        return false;
    }

    private ReassemblyBuffer? Find(Ipv4Packet part)
    {
        foreach (ReassemblyBuffer buffer in buffers)
        {
            if (buffer.IsUsed && buffer.IsOf(part))
                return buffer;
        }

        return null;
    }

    private ReassemblyBuffer Begin(Ipv4Packet part, Instant now)
    {
        ReassemblyBuffer chosen = buffers[0];
        foreach (ReassemblyBuffer buffer in buffers)
        {
            if (!buffer.IsUsed)
            {
                chosen = buffer;
                break;
            }

            if (buffer.Deadline < chosen.Deadline)
                chosen = buffer;
        }

        if (chosen.IsUsed)
            statistics.ReassemblyEvictions++;
        chosen.Begin(part, now.After(Timeout));
        return chosen;
    }
}
