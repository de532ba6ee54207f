using System;
using System.Collections.Generic;
using Euralios.Programs.Nic;
using Euralios.Programs.Tcp;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>A driver that the case plays: it knows which pieces of memory are its own, and keeps what it was given to send.</summary>
internal sealed class ScriptedDriver : IFrameDriver
{
    private readonly List<ulong> lent = new();

    /// <summary>Whether it takes what it is given.</summary>
    internal bool TakesFrames { get; set; } = true;

    /// <summary>How many pieces of memory it has made.</summary>
    internal int Allocations { get; private set; }

    /// <summary>How often it was given frames.</summary>
    internal int Exchanges { get; private set; }

    /// <summary>The frames that it was given, in their order.</summary>
    internal List<byte[]> Sent { get; } = new();

    /// <summary>The first thing that was wrong with what it was given; empty if nothing was.</summary>
    internal string Complaint { get; private set; } = "";

    public bool TryAllocate(out MemoryChunk memory)
    {
        Allocations++;
        memory = Lend();
        return true;
    }

    public bool TrySend(MemoryChunk memory, int used, out MemoryChunk next)
    {
        next = default;
        Exchanges++;
        Take(memory, used);
        if (used == 0)
            Complain("the driver was given a list without frames");
        if (TakesFrames)
            next = Lend();
        return TakesFrames;
    }

    /// <summary>New memory, with rubbish in it, that belongs to the link from now on.</summary>
    internal MemoryChunk Lend()
    {
        MemoryChunk memory = FrameSpace.Take();
        memory.Bytes(FrameList.MemorySize).Fill(0xEE);
        lent.Add(memory.Address);
        return memory;
    }

    /// <summary>Memory with a list of frames.</summary>
    internal MemoryChunk Lend(IReadOnlyList<byte[]> frames, out int used)
    {
        MemoryChunk memory = Lend();
        used = 0;
        foreach (byte[] frame in frames)
        {
            Span<byte> entry = memory.Bytes(FrameList.MemorySize).Slice(used);
            FrameList.WriteLength(entry, frame.Length);
            frame.AsSpan().CopyTo(entry.Slice(FrameList.LengthSize));
            used += FrameList.SizeOf(frame.Length);
        }

        return memory;
    }

    /// <summary>Memory comes back, with frames in it.</summary>
    internal void Take(MemoryChunk memory, int used)
    {
        if (!lent.Remove(memory.Address))
        {
            Complain("the driver was given memory that is its own already");
            return;
        }

        if (used < 0 || used > FrameList.MemorySize)
        {
            Complain("the list that the driver was given is longer than its memory");
            return;
        }

        ReadOnlySpan<byte> list = memory.Bytes(used);
        while (FrameList.TryTake(ref list, out ReadOnlySpan<byte> frame))
            Sent.Add(frame.ToArray());
        if (!list.IsEmpty)
            Complain("what the driver was given is no list of frames");

        // Who still writes there writes into the driver's frames.
        memory.Bytes(FrameList.MemorySize).Fill(0xDD);
    }

    private void Complain(string complaint) => Complaint = Complaint.Length > 0 ? Complaint : complaint;
}
