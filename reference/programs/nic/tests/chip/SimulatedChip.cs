using System.Buffers.Binary;
using Euralios.Std;

namespace Euralios.Programs.Nic.Tests;

/// <summary>
/// An RTL8139 by its data sheet, as far as a driver without the "C+" mode can tell: the ring with its headers and its end, four slots, causes and mask. It can
/// be made to fail.
/// </summary>
internal sealed class SimulatedChip(SimulatedMemory memory) : IPortDevice
{
    private const int Slots = 4;

    private readonly uint[] _slotStatus = [0x2000, 0x2000, 0x2000, 0x2000];
    private readonly uint[] _slotStart = new uint[Slots];
    private uint _receiveStart;
    private uint _receiveConfiguration;
    private uint _transmitConfiguration;
    private int _commands;
    private int _resetReads;
    private int _causes;
    private int _mask;
    private int _writer;
    private int _reader;
    private uint _missed;

    /// <summary>How many reads a reset takes.</summary>
    public int ResetReads { get; set; } = 3;

    /// <summary>Frames on the wire.</summary>
    public List<byte[]> Sent { get; } = [];

    /// <summary>What becomes of a slot that was written: by default the frame leaves at once.</summary>
    public Func<int, uint>? Outcome { get; set; }

    /// <summary>Replaces what a register reads as.</summary>
    public Func<int, uint?>? Lie { get; set; }

    /// <summary>Whether the line is up.</summary>
    public bool Interrupts => (_causes & _mask) != 0;

    /// <summary>The causes that have not been acknowledged.</summary>
    public int Causes => _causes;

    /// <summary>How many times an abort was cleared.</summary>
    public int ClearedAborts { get; private set; }

    /// <summary>The early threshold of the frame that was sent last, in bytes.</summary>
    public uint Threshold { get; private set; }

    private int RingLength => 8192 << (int)(_receiveConfiguration >> 11 & 3);

    private bool Receives => (_commands & 8) != 0;

    private bool Transmits => (_commands & 4) != 0;

    public uint Read(ushort port, int size)
    {
        int register = port - 0xD000;
        if (Lie?.Invoke(register) is uint value)
            return value;
        return register switch
        {
            >= 0 and < 6 => (uint)(0x52 + register),
            >= 0x10 and < 0x20 => _slotStatus[(register - 0x10) / 4],
            0x37 => (uint)(_commands | (_reader == _writer ? 1 : 0) | (_resetReads-- > 0 ? 0x10 : 0)),
            0x3A => (uint)_writer,
            0x3E => (uint)_causes,
            0x4C => _missed,
            _ => throw new InvalidOperationException($"nobody reads register {register:X2} with {size} bytes"),
        };
    }

    public void Write(ushort port, int size, uint value)
    {
        int register = port - 0xD000;
        switch (register)
        {
            case 0x08 or 0x0C or 0x52:
                break;
            case >= 0x10 and < 0x20:
                Transmit((register - 0x10) / 4, value);
                break;
            case >= 0x20 and < 0x30:
                _slotStart[(register - 0x20) / 4] = value;
                break;
            case 0x30:
                _receiveStart = value;
                break;
            case 0x37 when (value & 0x10) != 0:
                (_commands, _causes, _mask, _resetReads, _next) = (0, 0, 0, ResetReads, 0);
                break;
            case 0x37:
                if (((int)value & ~_commands & 8) != 0)
                    (_writer, _reader) = (0, 0);
                if (((int)value & ~_commands & 4) != 0)
                    _next = 0;
                _commands = (int)value & 0xC;
                break;
            case 0x38:
                _reader = (int)((value + 16) & (uint)(RingLength - 1));
                break;
            case 0x3C:
                _mask = (int)value;
                break;
            case 0x3E:
                _causes &= ~(int)value;
                break;
            case 0x40 when Transmits:
                _transmitConfiguration = value & ~1u;
                ClearedAborts += (int)(value & 1);
                break;
            case 0x44 when Receives:
                _receiveConfiguration = value;
                break;
            case 0x4C:
                _missed = 0;
                break;
            default:
                throw new InvalidOperationException($"nobody writes register {register:X2} with {size} bytes now");
        }
    }

    /// <summary>A frame comes on the wire.</summary>
    /// <returns>False if there was no room.</returns>
    public bool Receive(ReadOnlySpan<byte> frame)
    {
        byte[] bytes = new byte[4 + frame.Length + 4];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, 1);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2), (ushort)(frame.Length + 4));
        frame.CopyTo(bytes.AsSpan(4));
        bytes.AsSpan(4 + frame.Length).Fill(0xCC);
        return Write(bytes);
    }

    /// <summary>Bytes as they are, with their header, come into the ring.</summary>
    public bool Write(ReadOnlySpan<byte> bytes)
    {
        if (!Receives)
            return false;
        int free = (_reader - _writer - 1) & (RingLength - 1);
        int needed = (bytes.Length + 3) & -4;
        if (needed > free)
        {
            _missed++;
            _causes |= 0x10;
            return false;
        }

        for (int i = 0; i < bytes.Length; i++)
            memory.At(_receiveStart + (uint)((_writer + i) & (RingLength - 1)), 1)[0] = bytes[i];
        _writer = (_writer + needed) & (RingLength - 1);
        _causes |= 1;
        return true;
    }

    /// <summary>Something happens that has these causes.</summary>
    public void Cause(int causes) => _causes |= causes;

    private int _next;

    private void Transmit(int slot, uint value)
    {
        Assert.That(Transmits, "the transmitter is off");
        Assert.That(slot, Is.EqualTo(_next), "slots are used in turn");
        Assert.That(_slotStatus[slot] & 0x2000, Is.Not.Zero, "the slot is the chip's");
        Assert.That(_transmitConfiguration, Is.EqualTo(3u << 24 | 6u << 8));
        _next = (_next + 1) % Slots;
        int length = (int)(value & 0x1FFF);
        Threshold = (value >> 16 & 0x3F) * 32;
        uint outcome = Outcome?.Invoke(slot) ?? 0xA000;
        if ((outcome & 0x8000) != 0)
            Sent.Add(memory.At(_slotStart[slot], length).ToArray());
        _slotStatus[slot] = (uint)length | outcome;
        _causes |= (outcome & 0x8000) != 0 ? 4 : outcome != 0 ? 8 : 0;
    }

    /// <summary>A frame that was held back leaves.</summary>
    public void Finish(int slot, uint outcome)
    {
        int length = (int)(_slotStatus[slot] & 0x1FFF);
        if ((outcome & 0x8000) != 0)
            Sent.Add(memory.At(_slotStart[slot], length).ToArray());
        _slotStatus[slot] = (uint)length | outcome;
    }
}
