using System.Buffers.Binary;

namespace Euralios.Programs.Nic.Tests;

/// <summary>A queue as the device sees it.</summary>
internal sealed class VirtQueue(SimulatedMemory memory)
{
    private uint _address;
    private int _size;
    private ushort _taken;
    private ushort _used;

    private uint Available => _address + (uint)(16 * _size);

    private uint Used => (Available + 4 + (uint)(2 * _size) + 2 + 4095) & ~4095u;

    /// <summary>The driver wants no interrupt.</summary>
    public bool IsInterruptUnwanted => (Read16(Available) & 1) != 0;

    /// <summary>The device wants no notification.</summary>
    public bool IsNotificationUnwanted
    {
        set => Write16(Used, value ? (ushort)1 : (ushort)0);
    }

    /// <summary>How many buffers the driver has made available that were not taken.</summary>
    public int Waiting => (ushort)(Read16(Available + 2) - _taken);

    public void Start(uint address, int size)
    {
        (_address, _size) = (address, size);
        _taken = _used = 0;
    }

    /// <summary>Takes the next buffer.</summary>
    public bool TryTake(out ushort number, out Span<byte> buffer, out bool isWritable)
    {
        number = 0;
        buffer = default;
        isWritable = false;
        if (Waiting == 0)
            return false;
        Assert.That(Waiting, Is.LessThanOrEqualTo(_size), "no more buffers than descriptors");
        number = Read16(Available + 4 + (uint)(2 * (_taken++ % _size)));
        Assert.That(number, Is.LessThan(_size), "the number of a descriptor");
        Span<byte> descriptor = memory.At(_address + (16u * number), 16);
        Assert.That(BinaryPrimitives.ReadUInt64LittleEndian(descriptor) >> 32, Is.Zero, "memory that the device reaches");
        isWritable = (BinaryPrimitives.ReadUInt16LittleEndian(descriptor[12..]) & 2) != 0;
        Assert.That(BinaryPrimitives.ReadUInt16LittleEndian(descriptor[12..]) & 1, Is.Zero, "nothing follows");
        buffer = memory.At(BinaryPrimitives.ReadUInt32LittleEndian(descriptor), BinaryPrimitives.ReadInt32LittleEndian(descriptor[8..]));
        return true;
    }

    /// <summary>Says that a buffer was used.</summary>
    public void Use(uint number, uint length)
    {
        Span<byte> entry = memory.At(Used + 4 + (uint)(8 * (_used % _size)), 8);
        BinaryPrimitives.WriteUInt32LittleEndian(entry, number);
        BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], length);
        SkipUsed(1);
    }

    /// <summary>Moves the index of what was used without an entry.</summary>
    public void SkipUsed(int count) => Write16(Used + 2, _used = (ushort)(_used + count));

    private ushort Read16(uint address) => BinaryPrimitives.ReadUInt16LittleEndian(memory.At(address, 2));

    private void Write16(uint address, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(memory.At(address, 2), value);
}
