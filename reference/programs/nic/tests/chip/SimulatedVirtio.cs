using Euralios.Std;

namespace Euralios.Programs.Nic.Tests;

/// <summary>
/// A virtio network device with the old interface (Virtio 1.1, 2.6, 4.1.4.8 and 5.1), written from the standard and not from the driver: it finds its queues by
/// the page that it is told. It can be slow, and can be made to lie.
/// </summary>
internal sealed class SimulatedVirtio(SimulatedMemory memory) : IPortDevice
{
    public const ushort Port = 0xC000;
    public const int ReceiveQueue = 0;
    public const int SendQueue = 1;

    private const int HeaderSize = 10;
    private const uint MacAddress = 1 << 5;
    private const uint AnyLayout = 1 << 27;

    private readonly VirtQueue[] _queues = [new(memory), new(memory)];
    private int _selected;
    private byte _status;
    private byte _causes;

    /// <summary>What the device offers.</summary>
    public uint Features { get; set; } = MacAddress | AnyLayout;

    /// <summary>What the driver has taken of it.</summary>
    public uint TakenFeatures { get; private set; }

    /// <summary>How many descriptors a queue has, by its number.</summary>
    public int[] Sizes { get; } = [256, 256];

    /// <summary>Frames on the wire.</summary>
    public List<byte[]> Sent { get; } = [];

    /// <summary>Frames to be sent stay in the queue until <see cref="Send"/>.</summary>
    public bool IsSlow { get; set; }

    /// <summary>Every register reads as all ones.</summary>
    public bool IsGone { get; set; }

    /// <summary>The device says that it is in trouble.</summary>
    public bool NeedsReset { get; set; }

    /// <summary>How often the driver has notified.</summary>
    public int Notifications { get; private set; }

    /// <summary>How often it was reset.</summary>
    public int Resets { get; private set; }

    public VirtQueue Queue(int number) => _queues[number];

    /// <summary>A frame comes. False where the driver has left no buffer for it.</summary>
    public bool Receive(ReadOnlySpan<byte> frame)
    {
        VirtQueue queue = _queues[ReceiveQueue];
        if ((_status & 4) == 0 || !queue.TryTake(out ushort number, out Span<byte> buffer, out bool isWritable))
            return false;
        Assert.That(isWritable, Is.True, "the device may write into what it receives with");
        buffer[..HeaderSize].Clear();
        frame.CopyTo(buffer[HeaderSize..]);
        Use(ReceiveQueue, number, (uint)(HeaderSize + frame.Length));
        return true;
    }

    /// <summary>Sends what is in the queue, and gives the buffers back in the reverse order: a device may.</summary>
    public void Send()
    {
        VirtQueue queue = _queues[SendQueue];
        var used = new Stack<ushort>();
        while (queue.TryTake(out ushort number, out Span<byte> buffer, out bool isWritable))
        {
            Assert.That(isWritable, Is.False, "what is sent is only read");
            Assert.That(buffer[..HeaderSize].ToArray(), Is.All.Zero, "nothing in the header was agreed on");
            Sent.Add(buffer[HeaderSize..].ToArray());
            used.Push(number);
        }

        foreach (ushort number in used)
            Use(SendQueue, number, 0);
    }

    /// <summary>Says that a buffer was used, true or not, and interrupts if that is wanted.</summary>
    public void Use(int queue, uint number, uint length)
    {
        _queues[queue].Use(number, length);
        if (!_queues[queue].IsInterruptUnwanted)
            _causes |= 1;
    }

    /// <summary>Interrupts for a change of the configuration.</summary>
    public void ChangeConfiguration() => _causes |= 2;

    public uint Read(ushort port, int size)
    {
        int register = port - Port;
        if (IsGone)
            return uint.MaxValue;
        switch (register)
        {
            case 0:
                return Features;
            case 12:
                return (uint)Sizes[_selected];
            case 18:
                return _status | (NeedsReset ? 64u : 0);
            case 19:
                byte causes = _causes;
                _causes = 0;
                return causes;
            case >= 20 and < 26:
                return (uint)(0x52 + register - 20);
            default:
                throw new AssertionException($"register {register} was read");
        }
    }

    public void Write(ushort port, int size, uint value)
    {
        switch (port - Port)
        {
            case 4:
                TakenFeatures = value;
                break;
            case 8:
                _queues[_selected].Start(value * 4096, Sizes[_selected]);
                break;
            case 14:
                _selected = (int)value;
                break;
            case 16:
                Assert.That(_status & 4, Is.Not.Zero, "a device is notified when it may work");
                Notifications++;
                if (value == SendQueue && !IsSlow)
                    Send();
                break;
            case 18:
                _status = (byte)value;
                if (value == 0)
                {
                    Resets++;
                    _causes = 0;
                    NeedsReset = false;
                }

                break;
            default:
                throw new AssertionException($"register {port - Port} was written");
        }
    }
}
