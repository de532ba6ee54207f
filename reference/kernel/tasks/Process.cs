using System;
using System.Runtime.CompilerServices;
using Merriwig.Memory;

namespace Merriwig.Tasks;

/// <summary>What became of a process.</summary>
internal enum ProcessState : byte
{
    /// <summary>There is no such process.</summary>
    Free,

    /// <summary>It has threads.</summary>
    Alive,

    /// <summary>It has none, and its memory is being given back.</summary>
    Ending,
}

/// <summary>Why a process ended; programs know the numbers.</summary>
internal enum EndReason : byte
{
    /// <summary>Its last thread exited.</summary>
    Exited = 0,

    /// <summary>It was killed, by itself or by another.</summary>
    Killed = 1,

    /// <summary>It faulted.</summary>
    Faulted = 2,
}

/// <summary>
/// A process: an address space, handles, mounts, rights, and the threads that share them. Processes are numbered; number 0 is the kernel.
/// </summary>
internal unsafe struct Process
{
    /// <summary>Bytes of a name.</summary>
    internal const int NameLength = 32;

    /// <summary>Its memory.</summary>
    internal AddressSpace Space;

    /// <summary>Its id, which is its first thread's.</summary>
    internal ulong Id;

    /// <summary>The id of the process that started it; 0 for the first.</summary>
    internal ulong Parent;

    /// <summary>Its handles: the table's physical address.</summary>
    internal ulong Handles;

    /// <summary>What its end is reported with.</summary>
    internal ulong Status;

    /// <summary>The number of its mount table.</summary>
    internal ushort Mounts;

    /// <summary>Its first thread; the others follow by <see cref="Thread.Next"/>.</summary>
    internal ushort FirstThread;

    /// <summary>How many threads it has.</summary>
    internal ushort Threads;

    /// <summary>The rendezvous at which its end is reported; 0 if nobody asked for one.</summary>
    internal ushort EndRendezvous;

    /// <summary>Interrupt lines that it may wait for, a bit each.</summary>
    internal ushort Lines;

    /// <summary>The next process whose memory is given back after this one's; 0 ends the list.</summary>
    internal ushort NextEnding;

    /// <summary>The thread that suspended the others; 0 if they are not suspended.</summary>
    internal ushort Suspender;

    /// <summary>What it is doing.</summary>
    internal ProcessState State;

    /// <summary>Why it ended.</summary>
    internal EndReason Reason;

    /// <summary>The exception that ended it.</summary>
    internal byte Vector;

    /// <summary>It may use I/O ports.</summary>
    internal bool HasPorts;

    /// <summary>Its name, UTF-8, filled up with zeros.</summary>
    internal NameBytes Name;

    private StackBits stacks;

    /// <summary>Takes the lowest slot without a stack.</summary>
    /// <returns>False when all have one.</returns>
    internal bool TryTakeStackSlot(out int slot)
    {
        for (int word = 0; word < UserLayout.StackSlots / 64; word++)
        {
            ulong free = ~stacks[word];
            if (free == 0)
                continue;
            int bit = System.Numerics.BitOperations.TrailingZeroCount(free);
            stacks[word] |= 1ul << bit;
            slot = (word * 64) + bit;
            return true;
        }

        slot = -1;
        return false;
    }

    /// <summary>The slot has no stack any more.</summary>
    internal void ReturnStackSlot(int slot) => stacks[slot / 64] &= ~(1ul << (slot % 64));

    /// <summary>A name of at most 32 bytes.</summary>
    [InlineArray(NameLength)]
    internal struct NameBytes
    {
        private byte first;

        /// <summary>The name without the zeros.</summary>
        internal static ReadOnlySpan<byte> Of(in NameBytes name)
        {
            ReadOnlySpan<byte> bytes = name;
            int length = 0;
            while (length < NameLength && bytes[length] != 0)
                length++;
            return bytes.Slice(0, length);
        }
    }

    [InlineArray(UserLayout.StackSlots / 64)]
    private struct StackBits
    {
        private ulong first;
    }
}
