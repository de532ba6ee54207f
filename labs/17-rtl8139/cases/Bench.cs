using System;
using System.Runtime.CompilerServices;
using Euralios.Programs.Nic;
using Euralios.Programs.Rtl8139;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>A simulated chip with its memory, and the parts of a driver on it.</summary>
internal sealed class Bench
{
    private const uint FirstAddress = 0x0240_0000;

    // Between the driver's areas, and behind them, lies memory that is not the driver's.
    private const int Gap = 4096;

    private const int Command = 0x37;
    private const uint BothParts = 0x0C;

    private readonly ushort port;
    private RandomSource random;

    internal Bench(RandomSource random, int ringLength = ReceiveRing.ShortestRing)
    {
        this.random = random;
        port = (ushort)(0xC000 + (0x100 * this.random.Below(16)));
        int slots = ringLength + Gap;
        DeviceArea memory = DeviceAreas.New(slots + Rtl8139Card.TransmitMemory + Gap, FirstAddress);
        Chip = new SimulatedChip(memory);
        Ring = Part(memory, 0, ringLength + ReceiveRing.Slack);
        Slots = Part(memory, slots, Rtl8139Card.TransmitMemory);
        Fill(Ring.Bytes);
        Fill(Slots.Bytes);
        Plug();
    }

    internal SimulatedChip Chip { get; }

    /// <summary>The ring's memory, and what the chip may write behind it.</summary>
    internal DeviceArea Ring { get; }

    /// <summary>The slots' memory.</summary>
    internal DeviceArea Slots { get; }

    internal Registers Registers => new(port);

    /// <summary>What the parts of the driver count.</summary>
    internal CardCounters Counters { get; } = new();

    /// <summary>Room for a frame.</summary>
    internal byte[] Into { get; } = new byte[FrameList.LongestFrame];

    /// <summary>Plugs the chip in.</summary>
    internal void Plug() => Board.Plug(Chip, port, Ring, Slots);

    /// <summary>Nothing is behind the ports any more.</summary>
    internal void Unplug() => Board.Plug(null, port);

    /// <summary>Switches receiver and transmitter on, as a started card has them.</summary>
    internal void SwitchOn() => Chip.Write(Command, 1, BothParts);

    /// <summary>A ring that has been started.</summary>
    internal ReceiveRing StartRing()
    {
        var ring = new ReceiveRing(Registers, Ring.Memory);
        ring.Start();
        return ring;
    }

    /// <summary>A transmitter that has been started.</summary>
    internal Transmitter StartTransmitter()
    {
        var transmitter = new Transmitter(Registers, Slots.Memory, Counters);
        transmitter.Start();
        return transmitter;
    }

    /// <summary>A whole card that has been started.</summary>
    internal Rtl8139Card StartCard(ref Case test)
    {
        var card = new Rtl8139Card(Registers, Ring.Memory, Slots.Memory);
        test.Expect(card.TryStart(), "the card starts");
        return card;
    }

    /// <summary>A frame of random bytes.</summary>
    internal byte[] Frame(int length)
    {
        byte[] frame = new byte[length];
        Fill(frame);
        return frame;
    }

    /// <summary>A number of at least <paramref name="least"/> and at most <paramref name="most"/>.</summary>
    internal int Number(int least, int most) => least + (int)random.Below((uint)(most - least + 1));

    /// <summary>Any 64 bits.</summary>
    internal ulong Bits() => random.Next();

    /// <summary>Fills memory with random bytes.</summary>
    internal unsafe void Fill(Span<byte> bytes)
    {
        fixed (byte* first = bytes)
        {
            int at = 0;
            for (; at <= bytes.Length - sizeof(ulong); at += sizeof(ulong))
                *(ulong*)(first + at) = random.Next();
            for (; at < bytes.Length; at++)
                first[at] = (byte)random.Next();
        }
    }

    /// <summary>Two frames that must be the same, byte by byte.</summary>
    internal static void Same(
        ref Case test, ReadOnlySpan<byte> expected, ReadOnlySpan<byte> actual, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        test.Equal((ulong)expected.Length, (ulong)actual.Length, "the frame's length", file, line);
        int at = FirstDifference(expected, actual);
        if (at < expected.Length)
            test.Equal(expected[at], actual[at], $"byte {at} of a frame of {expected.Length}", file, line);
    }

    /// <summary>The frame that a card makes of another on its way out: a short one is filled up with zeros.</summary>
    internal static byte[] Padded(byte[] frame)
    {
        if (frame.Length >= NetworkCard.ShortestOnWire)
            return frame;
        byte[] padded = new byte[NetworkCard.ShortestOnWire];
        frame.AsSpan().CopyTo(padded);
        return padded;
    }

    // Eight bytes at a time: megabytes are compared in a boot, and every instruction is emulated.
    private static unsafe int FirstDifference(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        int at = 0;
        fixed (byte* first = one, second = other)
        {
            while (at <= one.Length - sizeof(ulong) && *(ulong*)(first + at) == *(ulong*)(second + at))
                at += sizeof(ulong);
            while (at < one.Length && first[at] == second[at])
                at++;
        }

        return at;
    }

    private static DeviceArea Part(DeviceArea memory, int offset, int length) => new(
        new MemoryChunk(Address(memory.Bytes) + (ulong)offset), memory.Address + (uint)offset, length);

    private static unsafe ulong Address(Span<byte> bytes)
    {
        fixed (byte* first = bytes)
            return (ulong)first;
    }
}
