using System;
using System.Runtime.CompilerServices;
using System.Threading;
using Euralios.Programs.Nic;

namespace Euralios.Programs.VirtioNet;

/// <summary>
/// A queue of a virtio device (Virtio 1.1, 2.6), each of whose descriptors has a buffer of its own for good. The driver makes buffers available, the device
/// uses them, in any order. Whatever the device writes is checked: it is a machine's other half that may be wrong.
/// </summary>
internal sealed class Queue
{
    private readonly DeviceMemory memory;
    private readonly DeviceMemory buffers;
    private readonly QueueLayout layout;
    private readonly int size;
    private readonly int bufferSize;
    private readonly bool[] isAvailable;
    private ushort made;
    private ushort taken;
    private int fence;

    /// <summary>A queue.</summary>
    /// <param name="memory">As much as its <see cref="QueueLayout"/> says.</param>
    /// <param name="size">How many descriptors the device has for it; a power of two.</param>
    /// <param name="buffers">The buffers' memory; there may be fewer buffers than descriptors.</param>
    /// <param name="bufferSize">A buffer's size.</param>
    /// <param name="deviceWrites">Whether the device writes into the buffers, and not reads.</param>
    internal Queue(DeviceMemory memory, int size, DeviceMemory buffers, int bufferSize, bool deviceWrites)
    {
        (this.memory, this.size, this.buffers, this.bufferSize) = (memory, size, buffers, bufferSize);
        layout = new QueueLayout(size);
        Count = Math.Min(size, buffers.Length / bufferSize);
        isAvailable = new bool[Count];
        Span<byte> bytes = memory.Bytes;
        bytes.Clear();
        for (int i = 0; i < Count; i++)
        {
            Span<byte> descriptor = bytes.Slice(i * QueueLayout.DescriptorSize, QueueLayout.DescriptorSize);
            Unsafe.As<byte, ulong>(ref descriptor[0]) = (ulong)buffers.PhysicalAddress + (uint)(i * bufferSize);
            Unsafe.As<byte, int>(ref descriptor[QueueLayout.LengthOffset]) = bufferSize;
            Unsafe.As<byte, ushort>(ref descriptor[QueueLayout.FlagsOffset]) = deviceWrites ? QueueLayout.DeviceWrites : (ushort)0;
        }
    }

    /// <summary>How many buffers there are.</summary>
    internal int Count { get; }

    /// <summary>How many buffers the device has.</summary>
    internal int Outstanding { get; private set; }

    /// <summary>What the device said cannot be: it must be reset.</summary>
    internal bool IsBroken { get; private set; }

    /// <summary>The queue's first page in physical memory.</summary>
    internal uint Page => memory.PhysicalAddress / 4096;

    /// <summary>Whether the device wants to hear of what was made available. Asked after that, and not before.</summary>
    internal bool WantsNotification
    {
        get
        {
            // The flags are read when the device can see the index, and not earlier: the one thing that a processor does in another order.
            Interlocked.Exchange(ref fence, 0);
            return (Read16(layout.Used) & QueueLayout.NoNotification) == 0;
        }
    }

    /// <summary>No interrupt is wanted for this queue.</summary>
    internal void DisableInterrupts() => Write16(layout.Available, QueueLayout.NoInterrupt);

    /// <summary>A buffer.</summary>
    internal Span<byte> Buffer(int number) => buffers.Slice(number * bufferSize, bufferSize);

    /// <summary>Gives a buffer to the device, which sees it after <see cref="Publish"/>.</summary>
    /// <param name="number">The buffer.</param>
    /// <param name="length">How much of it.</param>
    internal void Add(int number, int length)
    {
        Span<byte> bytes = memory.Bytes;
        Unsafe.As<byte, int>(ref bytes[(number * QueueLayout.DescriptorSize) + QueueLayout.LengthOffset]) = length;
        int entry = layout.Available + QueueLayout.EntriesOffset + ((made & (size - 1)) * QueueLayout.AvailableEntrySize);
        Unsafe.As<byte, ushort>(ref bytes[entry]) = (ushort)number;
        isAvailable[number] = true;
        made++;
        Outstanding++;
    }

    /// <summary>Lets the device see what was added: its memory was written before this is.</summary>
    internal void Publish() => Write16(layout.Available + QueueLayout.IndexOffset, made);

    /// <summary>Takes the next buffer that the device has used.</summary>
    /// <param name="number">The buffer, which is the driver's again.</param>
    /// <param name="length">How much the device has written.</param>
    internal bool TryTake(out int number, out int length)
    {
        number = 0;
        length = 0;
        int ready = (ushort)(Read16(layout.Used + QueueLayout.IndexOffset) - taken);
        if (ready == 0 || IsBroken)
            return false;
        int entry = layout.Used + QueueLayout.EntriesOffset + ((taken & (size - 1)) * QueueLayout.UsedEntrySize);
        uint used = Unsafe.As<byte, uint>(ref memory.Bytes[entry]);
        uint written = Unsafe.As<byte, uint>(ref memory.Bytes[entry + 4]);
        IsBroken = ready > Outstanding || used >= Count || !isAvailable[(int)used] || written > bufferSize;
        if (IsBroken)
            return false;
        number = (int)used;
        length = (int)written;
        isAvailable[number] = false;
        taken++;
        Outstanding--;
        return true;
    }

    private ushort Read16(int offset) => Volatile.Read(ref Unsafe.As<byte, ushort>(ref memory.Bytes[offset]));

    private void Write16(int offset, ushort value) => Volatile.Write(ref Unsafe.As<byte, ushort>(ref memory.Bytes[offset]), value);
}
