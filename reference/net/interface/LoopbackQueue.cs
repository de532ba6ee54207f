using System;
using Euralios.Net.Wire;

namespace Euralios.Net.Interface;

/// <summary>
/// Packets from this host to itself, up to <see cref="Capacity"/>: what is sent is received at the next poll, never within the call that sends it.
/// Memory is taken when it is first needed.
/// </summary>
public sealed class LoopbackQueue
{
    /// <summary>Packets at most.</summary>
    public const int Capacity = 64;

    private readonly byte[]?[] packets = new byte[Capacity][];
    private readonly int[] lengths = new int[Capacity];
    private int head;

    /// <summary>Packets that wait.</summary>
    public int Count { get; private set; }

    /// <summary>Where to write the next packet of up to 1,500 bytes; it is in the queue with <see cref="Add"/>.</summary>
    public bool TryBegin(int length, out Span<byte> packet)
    {
        packet = default;
        if (Count == Capacity)
            return false;

        ref byte[]? room = ref packets[(head + Count) % Capacity];
        room ??= new byte[EthernetFrame.MaximumPayload];
        packet = room.AsSpan(0, length);
        return true;
    }

    /// <summary>The packet that was begun.</summary>
    public Span<byte> Begun => packets[(head + Count) % Capacity];

    /// <summary>Puts the packet that was begun into the queue.</summary>
    public void Add(int length)
    {
        lengths[(head + Count) % Capacity] = length;
        Count++;
    }

    /// <summary>The next packet; it stays as it is until <see cref="Remove"/>.</summary>
    public ReadOnlySpan<byte> Peek() => packets[head].AsSpan(0, lengths[head]);

    /// <summary>Takes the next packet out.</summary>
    public void Remove()
    {
        head = (head + 1) % Capacity;
        Count--;
    }
}
