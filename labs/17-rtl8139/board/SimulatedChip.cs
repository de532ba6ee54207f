using System;
using System.Collections.Generic;

namespace Merriwig.Lab;

/// <summary>
/// An RTL8139 by its data sheet, as far as a driver without the "C+" mode can tell: the ring with its headers and its end, four slots, causes and mask. It
/// ends the case when it is told what makes no sense, and can be made to fail as real ones do.
/// </summary>
internal sealed class SimulatedChip : IPortDevice
{
    /// <summary>A slot's status when its frame has left.</summary>
    internal const uint Sent = 0xA000;

    /// <summary>A slot's status when its frame was given up after too many collisions.</summary>
    internal const uint Aborted = 0x4000_2000;

    /// <summary>A slot's status when the chip's buffer ran empty.</summary>
    internal const uint Underrun = 0x6000;

    private const int Slots = 4;
    private const uint Owned = 0x2000;
    private const uint IsSent = 0x8000;
    private const uint LengthMask = 0x1FFF;

    private const int ReceivesCommand = 8;
    private const int TransmitsCommand = 4;
    private const int ResetCommand = 0x10;

    private const int ReceivedCause = 0x01;
    private const int TransmittedCause = 0x04;
    private const int TransmitErrorCause = 0x08;
    private const int OverflowCause = 0x10;

    private readonly DeviceArea memory;
    private readonly uint[] slotStatus = [Owned, Owned, Owned, Owned];
    private int commands;
    private int resetReads;
    private int writer;
    private int reader;
    private int next;

    internal SimulatedChip(DeviceArea memory) => this.memory = memory;

    /// <summary>How many reads of the command register a reset takes.</summary>
    internal int ResetReads { get; set; } = 3;

    /// <summary>It sleeps, and takes no command, until it is woken.</summary>
    internal bool IsAsleep { get; set; }

    /// <summary>How many times it was reset.</summary>
    internal int Resets { get; private set; }

    /// <summary>It is in the middle of a reset.</summary>
    internal bool IsResetting => resetReads > 0;

    /// <summary>Frames that it put on the wire.</summary>
    internal List<byte[]> Wire { get; } = [];

    /// <summary>What becomes of a frame: its slot's status. Zero holds it back until <see cref="Finish"/>.</summary>
    internal uint Outcome { get; set; } = Sent;

    /// <summary>Replaces what a register reads as.</summary>
    internal Func<int, uint?>? Lie { get; set; }

    /// <summary>What comes right after the causes have been read the next time.</summary>
    internal int CauseMeanwhile { get; set; }

    /// <summary>Whether its interrupt line is up.</summary>
    internal bool Interrupts => (Causes & Mask) != 0;

    /// <summary>The causes that have not been acknowledged.</summary>
    internal int Causes { get; set; }

    /// <summary>Which of them raise the line.</summary>
    internal int Mask { get; set; }

    /// <summary>Frames that were lost since the count was cleared.</summary>
    internal uint Missed { get; set; }

    /// <summary>How many times an abort was cleared.</summary>
    internal int ClearedAborts { get; private set; }

    /// <summary>The early threshold of the frame that was sent last, in bytes.</summary>
    internal uint Threshold { get; private set; }

    /// <summary>The groups whose frames it takes.</summary>
    internal ulong MulticastFilter { get; private set; }

    internal uint ReceiveStart { get; private set; }

    internal uint ReceiveConfiguration { get; private set; }

    internal uint TransmitConfiguration { get; private set; }

    /// <summary>Where each slot's frame is.</summary>
    internal uint[] SlotStart { get; } = new uint[Slots];

    /// <summary>The last value of CAPR.</summary>
    internal ushort ReaderRegister { get; private set; }

    internal int RingLength => 8192 << (int)(ReceiveConfiguration >> 11 & 3);

    internal bool Receives => (commands & ReceivesCommand) != 0;

    internal bool Transmits => (commands & TransmitsCommand) != 0;

    /// <summary>Where it writes next, from the ring's beginning.</summary>
    internal int Writer => writer;

    public uint Read(int register, int size)
    {
        if (Lie?.Invoke(register) is uint value)
            return value;
        switch (register)
        {
            case >= 0x00 and < 0x06:
                return (uint)(0x52 + register);
            case >= 0x10 and < 0x20:
                return slotStatus[(register - 0x10) / 4];
            case 0x37:
                return (uint)(commands | (reader == writer ? 1 : 0) | (resetReads-- > 0 ? ResetCommand : 0));
            case 0x3A:
                return (uint)writer;
            case 0x3E:
                int causes = Causes;
                Causes |= CauseMeanwhile;
                CauseMeanwhile = 0;
                return (uint)causes;
            case 0x4C:
                return Missed;
            default:
                Refuse("a register was read that the lab does not hand out");
                return 0;
        }
    }

    public void Write(int register, int size, uint value)
    {
        if (register == 0x52)
            IsAsleep = value != 0;
        if (IsAsleep)
            return;
        if (IsResetting && register != 0x52)
            Refuse("the chip was written to in the middle of its reset");
        switch (register)
        {
            case 0x52:
                break;
            case 0x08:
                MulticastFilter = (MulticastFilter & ~0xFFFF_FFFFul) | value;
                break;
            case 0x0C:
                MulticastFilter = (MulticastFilter & 0xFFFF_FFFFul) | (ulong)value << 32;
                break;
            case >= 0x10 and < 0x20:
                Transmit((register - 0x10) / 4, value);
                break;
            case >= 0x20 and < 0x30:
                SlotStart[(register - 0x20) / 4] = value;
                break;
            case 0x30:
                ReceiveStart = value;
                break;
            case 0x37 when (value & ResetCommand) != 0:
                Reset();
                break;
            case 0x37:
                Switch((int)value & (ReceivesCommand | TransmitsCommand));
                break;
            case 0x38:
                ReaderRegister = (ushort)value;
                reader = (int)((value + 16) & (uint)(RingLength - 1));
                break;
            case 0x3C:
                Mask = (int)value;
                break;
            case 0x3E:
                Causes &= ~(int)value;
                break;
            case 0x40:
                Configure(value);
                break;
            case 0x44 when Receives:
                ReceiveConfiguration = value;
                break;
            case 0x44:
                Refuse("the receiver was configured while it was off: the chip takes no notice");
                break;
            case 0x4C:
                Missed = 0;
                break;
            default:
                Refuse("a register was written to that the lab does not hand out");
                break;
        }
    }

    public void Refuse(string because) => CaseReport.Fail(because, "SimulatedChip.cs", 0);

    /// <summary>A frame comes on the wire.</summary>
    /// <returns>False if there was no room.</returns>
    internal bool Receive(ReadOnlySpan<byte> frame, int status = 1)
    {
        byte[] bytes = new byte[4 + frame.Length + 4];
        bytes[0] = (byte)status;
        bytes[1] = (byte)(status >> 8);
        bytes[2] = (byte)(frame.Length + 4);
        bytes[3] = (byte)((frame.Length + 4) >> 8);
        frame.CopyTo(bytes.AsSpan(4));
        bytes.AsSpan(4 + frame.Length).Fill(0xCC);
        return Put(bytes);
    }

    /// <summary>Bytes as they are, with their header, come into the ring.</summary>
    internal bool Put(ReadOnlySpan<byte> bytes)
    {
        if (!Receives)
            return false;
        int free = (reader - writer - 1) & (RingLength - 1);
        int needed = (bytes.Length + 3) & -4;
        if (needed > free)
        {
            Missed++;
            Causes |= OverflowCause;
            return false;
        }

        int first = Math.Min(bytes.Length, RingLength - writer);
        bytes.Slice(0, first).CopyTo(At(ReceiveStart + (uint)writer, first));
        bytes.Slice(first).CopyTo(At(ReceiveStart, bytes.Length - first));
        writer = (writer + needed) & (RingLength - 1);
        Causes |= ReceivedCause;
        return true;
    }

    /// <summary>What becomes of a frame that was held back.</summary>
    internal void Finish(int slot, uint outcome)
    {
        int length = (int)(slotStatus[slot] & LengthMask);
        if ((outcome & IsSent) != 0)
            Wire.Add(At(SlotStart[slot], length).ToArray());
        slotStatus[slot] = (uint)length | outcome;
    }

    private void Reset()
    {
        Resets++;
        (commands, Causes, Mask, resetReads, next) = (0, 0, 0, ResetReads, 0);
        (ReceiveConfiguration, TransmitConfiguration, writer, reader) = (0, 0, 0, 0);
        slotStatus.AsSpan().Fill(Owned);
    }

    private void Switch(int newCommands)
    {
        int on = newCommands & ~commands;
        if ((on & ReceivesCommand) != 0)
            (writer, reader) = (0, 0);
        if ((on & TransmitsCommand) != 0)
        {
            next = 0;
            slotStatus.AsSpan().Fill(Owned);
        }

        commands = newCommands;
    }

    private void Configure(uint value)
    {
        if (!Transmits)
            Refuse("the transmitter was configured while it was off: the chip takes no notice");
        TransmitConfiguration = value & ~1u;
        ClearedAborts += (int)(value & 1);
    }

    private void Transmit(int slot, uint value)
    {
        if (!Transmits)
            Refuse("a frame was sent while the transmitter was off");
        if (slot != next)
            Refuse("the slots are taken in turn, and this was not the next");
        if ((slotStatus[slot] & Owned) == 0)
            Refuse("a frame was put into a slot that is the chip's");
        if ((TransmitConfiguration >> 24 & 3) != 3)
            Refuse("the gap between frames is too short for Ethernet");
        next = (next + 1) % Slots;
        uint length = value & LengthMask;
        if ((value & Owned) != 0 || length is < 60 or > 1514)
            Refuse("a frame of this length, or with this bit 13, is none on a wire");
        Threshold = (value >> 16 & 0x3F) * 32;
        if ((Outcome & IsSent) != 0)
            Wire.Add(At(SlotStart[slot], (int)length).ToArray());
        slotStatus[slot] = length | Outcome;
        Causes |= (Outcome & IsSent) != 0 ? TransmittedCause : Outcome != 0 ? TransmitErrorCause : 0;
    }

    private Span<byte> At(uint address, int length) => memory.Bytes.Slice((int)(address - memory.Address), length);
}
