using System;
using Euralios.Net.Wire;

namespace Euralios.Net.Interface;

/// <summary>What a part did to its packet.</summary>
public enum ReassemblyResult : byte
{
    /// <summary>Others are missing.</summary>
    Incomplete,

    /// <summary>It was the last one missing.</summary>
    Whole,

    /// <summary>It contradicted what had come; nothing of this packet counts any more.</summary>
    Overlap,
}

/// <summary>
/// One packet that comes in parts: its bytes, and which of them have come, in units of eight. Memory is taken at first use, and kept.
/// </summary>
public sealed class ReassemblyBuffer
{
    private const int Unit = 8;
    private const int Units = Reassembly.MaximumPayload / Unit;
    private const int MaximumHeader = 60;

    // The first part's header ends where the payload begins, so that both together are the beginning of a packet.
    private byte[] bytes = [];
    private readonly ulong[] came = new ulong[Units / 64];

    private Ipv4Address source;
    private Ipv4Address destination;
    private InternetProtocol protocol;
    private ushort identification;
    private int headerLength;

    // The payload's length, once the last part has come; and where the furthest part so far ends.
    private int length;
    private int furthest;
    private int unitsThatCame;
    private bool isVoid;

    /// <summary>Whether a packet is in it.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>Until when the packet's other parts may come.</summary>
    public Instant Deadline { get; private set; }

    public Ipv4Address Source => source;

    public Ipv4Address Destination => destination;

    public InternetProtocol Protocol => protocol;

    /// <summary>The payload of a packet that is whole.</summary>
    public ReadOnlySpan<byte> Payload => bytes.AsSpan(MaximumHeader, length);

    /// <summary>Whether its beginning has come, and can be quoted in an error.</summary>
    public bool HasBeginning => headerLength > 0 && !isVoid;

    /// <summary>The first part's header, and what follows it as far as it has come.</summary>
    public ReadOnlySpan<byte> Beginning
    {
        get
        {
            int units = 0;
            while (units < Units && HasCome(units))
                units++;
            return bytes.AsSpan(MaximumHeader - headerLength, headerLength + Math.Min(units * Unit, furthest));
        }
    }

    /// <summary>Whether a part is of this packet.</summary>
    public bool IsOf(Ipv4Packet part) =>
        identification == part.Identification && source == part.Source && destination == part.Destination && protocol == part.Protocol;

    /// <summary>Begins a packet with what all its parts have in common.</summary>
    public void Begin(Ipv4Packet part, Instant deadline)
    {
        if (bytes.Length == 0)
            bytes = new byte[MaximumHeader + Reassembly.MaximumPayload];
        Array.Clear(came);
        source = part.Source;
        destination = part.Destination;
        protocol = part.Protocol;
        identification = part.Identification;
        headerLength = 0;
        length = 0;
        furthest = 0;
        unitsThatCame = 0;
        isVoid = false;
        Deadline = deadline;
        IsUsed = true;
    }

    /// <summary>Takes in a part, which is well-formed and ends within <see cref="Reassembly.MaximumPayload"/>.</summary>
    public ReassemblyResult Add(Ipv4Packet part)
    {
        if (isVoid)
            return ReassemblyResult.Incomplete;

        int offset = part.FragmentOffset;
        int end = offset + part.Payload.Length;
        bool isLast = !part.MoreFragments;
        int first = offset / Unit;
        int after = (end + Unit - 1) / Unit;
        int known = CountThatCame(first, after);
        bool isAgain = known == after - first && part.Payload.SequenceEqual(bytes.AsSpan(MaximumHeader + offset, part.Payload.Length));
        bool isBeyondEnd = length != 0 && (end > length || (isLast && end != length));
        if ((known != 0 && !isAgain) || isBeyondEnd || (isLast && end < furthest))
        {
            isVoid = true;
            return ReassemblyResult.Overlap;
        }

        if (isLast)
            length = end;
        if (isAgain)
            return IsWhole ? ReassemblyResult.Whole : ReassemblyResult.Incomplete;

        part.Payload.CopyTo(bytes.AsSpan(MaximumHeader + offset));
        furthest = Math.Max(furthest, end);
        unitsThatCame += after - first;
        for (int unit = first; unit < after; unit++)
            came[unit / 64] |= 1UL << (unit % 64);
        if (offset == 0)
        {
            headerLength = part.HeaderBytes;
            part.Bytes.Slice(0, headerLength).CopyTo(bytes.AsSpan(MaximumHeader - headerLength));
        }

        return IsWhole ? ReassemblyResult.Whole : ReassemblyResult.Incomplete;
    }

    /// <summary>Makes room for another packet.</summary>
    public void Release() => IsUsed = false;

    private bool IsWhole => length != 0 && unitsThatCame * Unit >= length;

    private int CountThatCame(int first, int after)
    {
        int count = 0;
        for (int unit = first; unit < after; unit++)
            count += HasCome(unit) ? 1 : 0;
        return count;
    }

    private bool HasCome(int unit) => (came[unit / 64] & (1UL << (unit % 64))) != 0;
}
