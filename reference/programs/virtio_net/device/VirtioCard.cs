using System;
using Euralios.Programs.Nic;

namespace Euralios.Programs.VirtioNet;

/// <summary>
/// A virtio network device (Virtio 1.1, 5.1) by its old interface. Nothing here waits; nothing is allocated once it has started, unless the device must
/// be reset because of what it said.
/// </summary>
internal sealed class VirtioCard : NetworkCard
{
    internal const int ReceiveQueue = 0;
    internal const int SendQueue = 1;

    /// <summary>A buffer: the header, and a frame.</summary>
    internal const int BufferSize = 2048;

    /// <summary>How many buffers there are at most to receive, and to send.</summary>
    internal const int ReceiveBuffers = 64, SendBuffers = 64;

    /// <summary>The header before each frame, without merged buffers (Virtio 1.1, 5.1.6): all zero, as nothing in it is agreed on.</summary>
    internal const int HeaderSize = 10;

    private const int MostSkipped = 256;

    // Buffers go back to the device some at a time: a notification costs more than anything else.
    private const int ReturnedAtOnce = 16;

    private readonly Registers registers;
    private readonly DeviceMemory[] memories;
    private readonly int[] freeBuffers = new int[SendBuffers];
    private Queue receiving;
    private Queue sending;
    private ulong macAddress;
    private int returned;
    private int free;

    /// <summary>The device at some ports, which has been reset: see <see cref="TryReset"/>.</summary>
    /// <param name="registers">Its registers.</param>
    /// <param name="memories">For each queue its own and its buffers' memory.</param>
    internal VirtioCard(Registers registers, DeviceMemory[] memories)
    {
        this.registers = registers;
        this.memories = memories;
        receiving = MakeQueue(ReceiveQueue, deviceWrites: true);
        sending = MakeQueue(SendQueue, deviceWrites: false);
    }

    internal override string Name => "virtio_net";

    internal override ulong MacAddress => macAddress;

    /// <summary>Resets the device, and says how long its queues are.</summary>
    /// <returns>False if it has not what is needed.</returns>
    internal static bool TryReset(Registers registers, out int receive, out int send)
    {
        registers.WriteStatus(DeviceStatus.None);
        registers.WriteStatus(DeviceStatus.Acknowledge);
        registers.WriteStatus(DeviceStatus.Acknowledge | DeviceStatus.Driver);
        bool hasLayout = (registers.ReadFeatures() & Features.AnyLayout) != 0;
        registers.SelectQueue(ReceiveQueue);
        receive = registers.ReadQueueSize();
        registers.SelectQueue(SendQueue);
        send = registers.ReadQueueSize();
        return hasLayout && IsSize(receive) && IsSize(send);
    }

    /// <summary>Lets the device work, after <see cref="TryReset"/>.</summary>
    internal void Start()
    {
        Features features = registers.ReadFeatures() & (Features.MacAddress | Features.Status | Features.AnyLayout);
        registers.WriteFeatures(features);
        macAddress = 0;
        for (int octet = 0; octet < 6; octet++)
            macAddress |= (ulong)registers.ReadAddress(octet) << (8 * octet);
        Place(ReceiveQueue, receiving);
        Place(SendQueue, sending);
        sending.DisableInterrupts();
        registers.WriteStatus(DeviceStatus.Acknowledge | DeviceStatus.Driver | DeviceStatus.DriverOk);
        free = 0;
        for (int i = 0; i < sending.Count; i++)
            freeBuffers[free++] = i;
        returned = 0;
        for (int i = 0; i < receiving.Count; i++)
            receiving.Add(i, BufferSize);
        receiving.Publish();
        registers.Notify(ReceiveQueue);
    }

    internal override bool TryReceive(Span<byte> into, out int length)
    {
        length = 0;
        for (int i = 0; i < MostSkipped && receiving.TryTake(out int number, out int written); i++)
        {
            int count = written - HeaderSize;
            bool isFrame = count is >= FrameList.ShortestFrame and <= FrameList.LongestFrame;
            if (isFrame)
                receiving.Buffer(number).Slice(HeaderSize, count).CopyTo(into);
            Return(number);
            if (isFrame)
            {
                length = count;
                Counters.Received++;
                Counters.ReceivedBytes += (ulong)count;
                return true;
            }

            Counters.ReceiveErrors++;
        }

        if (receiving.IsBroken)
            Restart();
        else
            PublishReturned();
        return false;
    }

    internal override bool TrySend(ReadOnlySpan<byte> frame)
    {
        if (IsGone)
            return false;
        if (free == 0)
            Reclaim();
        if (free == 0)
            return false;
        int number = freeBuffers[--free];
        Span<byte> buffer = sending.Buffer(number);
        Span<byte> bytes = buffer.Slice(HeaderSize);
        frame.CopyTo(bytes);
        int length = Math.Max(frame.Length, ShortestOnWire);
        bytes.Slice(frame.Length, length - frame.Length).Clear();
        sending.Add(number, HeaderSize + length);
        sending.Publish();
        if (sending.WantsNotification)
            registers.Notify(SendQueue);
        Counters.Sent++;
        Counters.SentBytes += (ulong)length;
        return true;
    }

    internal override void RestartSender() => Restart();

    internal override bool Acknowledge()
    {
        Causes causes = registers.TakeCauses();
        if (causes == Causes.None)
            return false;

        // All ones: there is no device any more.
        IsGone |= causes == (Causes)0xFF;
        if (IsGone)
            return false;
        Counters.Interrupts++;
        if ((causes & Causes.Configuration) == 0)
            return true;
        if ((registers.ReadStatus() & DeviceStatus.NeedsReset) != 0)
            Restart();
        else
            Counters.LinkChanges++;
        return true;
    }

    internal override void UpdateCounters()
    {
        // The device counts nothing.
    }

    private static bool IsSize(int size) => size is > 0 and <= QueueLayout.LongestQueue && (size & (size - 1)) == 0;

    private Queue MakeQueue(int number, bool deviceWrites)
    {
        DeviceMemory memory = memories[2 * number];
        registers.SelectQueue(number);
        return new Queue(memory, registers.ReadQueueSize(), memories[(2 * number) + 1], BufferSize, deviceWrites);
    }

    private void Place(int number, Queue queue)
    {
        registers.SelectQueue(number);
        registers.WriteQueuePage(queue.Page);
    }

    private void Return(int number)
    {
        receiving.Add(number, BufferSize);
        if (++returned == ReturnedAtOnce)
            PublishReturned();
    }

    private void PublishReturned()
    {
        if (returned == 0)
            return;
        returned = 0;
        receiving.Publish();
        if (receiving.WantsNotification)
            registers.Notify(ReceiveQueue);
    }

    private void Reclaim()
    {
        while (sending.TryTake(out int number, out _))
            freeBuffers[free++] = number;
        if (sending.IsBroken)
            Restart();
    }

    /// <summary>What is in the queues is lost.</summary>
    private void Restart()
    {
        Counters.Restarts++;
        Counters.SendErrors += (ulong)sending.Outstanding;
        if (!TryReset(registers, out int receive, out int send)
            || new QueueLayout(receive).Length > memories[0].Length
            || new QueueLayout(send).Length > memories[2].Length)
        {
            registers.WriteStatus(DeviceStatus.Failed);
            IsGone = true;
            return;
        }

        receiving = MakeQueue(ReceiveQueue, deviceWrites: true);
        sending = MakeQueue(SendQueue, deviceWrites: false);
        Start();
    }
}
