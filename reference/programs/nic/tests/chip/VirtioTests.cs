using Euralios.Programs.VirtioNet;
using Euralios.Std;

namespace Euralios.Programs.Nic.Tests;

/// <summary>The virtio device's driver and a simulated device.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class VirtioTests : IDisposable
{
    private readonly SimulatedMemory _memory = new(1 << 20);
    private readonly SimulatedVirtio _device;
    private readonly Registers _registers = new(SimulatedVirtio.Port);
    private readonly byte[] _frame = new byte[FrameList.LongestFrame];
    private VirtioCard _card = null!;

    public VirtioTests()
    {
        _device = new SimulatedVirtio(_memory);
        Ports.Plug(_device);
    }

    public void Dispose()
    {
        Ports.Plug(null);
        _memory.Dispose();
    }

    [SetUp]
    public void Start()
    {
        Assert.That(VirtioCard.TryReset(_registers, out int receive, out int send), Is.True);
        _card = new VirtioCard(_registers,
        [
            _memory.Allocate(new QueueLayout(receive).Length), _memory.Allocate(VirtioCard.ReceiveBuffers * VirtioCard.BufferSize),
            _memory.Allocate(new QueueLayout(send).Length), _memory.Allocate(VirtioCard.SendBuffers * VirtioCard.BufferSize),
        ]);
        _card.Start();
    }

    [TearDown]
    public void Nothing_outside_of_the_memory_was_touched() => Assert.That(_memory.Faults, Is.Zero);

    [Test]
    public void The_address_is_read_and_no_more_taken_than_offered()
    {
        Assert.That(_card.MacAddress, Is.EqualTo(0x5756_5554_5352));
        Assert.That(_device.TakenFeatures & ~_device.Features, Is.Zero);
    }

    [Test]
    public void A_device_that_lacks_what_is_needed_is_not_started([Values(0u, 1u << 5)] uint features)
    {
        _device.Features = features;
        Assert.That(VirtioCard.TryReset(_registers, out _, out _), Is.False);
    }

    [Test]
    public void A_queue_of_an_impossible_length_is_not_used([Values(0, 3, 100, 2048, 65535)] int size, [Values(0, 1)] int queue)
    {
        _device.Sizes[queue] = size;
        Assert.That(VirtioCard.TryReset(_registers, out _, out _), Is.False);
    }

    [Test]
    public void Frames_of_every_length_pass_the_queue_s_end_again_and_again()
    {
        var random = new Random(1);
        for (int round = 0; round < 3; round++)
        {
            for (int length = FrameList.ShortestFrame; length <= FrameList.LongestFrame; length++)
            {
                byte[] frame = new byte[length];
                random.NextBytes(frame);
                Assert.That(_device.Receive(frame), Is.True);
                Assert.That(_card.TryReceive(_frame, out int received), Is.True);
                Assert.That(_frame.AsSpan(0, received).SequenceEqual(frame), Is.True, $"a frame of {length} bytes");
                Assert.That(_card.TryReceive(_frame, out _), Is.False);
            }
        }
    }

    [Test]
    public void What_is_no_frame_is_passed_over_and_counted([Values(0, 13, 1515, 2038)] int length)
    {
        _device.Receive(new byte[length]);
        _device.Receive(new byte[60]);
        Assert.That(_card.TryReceive(_frame, out int received), Is.True);
        Assert.That((received, _card.Counters.ReceiveErrors, _card.Counters.Received), Is.EqualTo((60, 1ul, 1ul)));
    }

    [Test]
    public void More_than_there_are_buffers_is_the_device_s_to_lose_and_all_buffers_come_back()
    {
        for (int round = 0; round < 20; round++)
        {
            int taken = 0;
            while (_device.Receive(new byte[100]))
                taken++;
            Assert.That(taken, Is.EqualTo(VirtioCard.ReceiveBuffers));
            int received = 0;
            while (_card.TryReceive(_frame, out _))
                received++;
            Assert.That(received, Is.EqualTo(taken));
        }
    }

    [Test]
    public void Frames_are_sent_in_order_and_short_ones_padded_with_zeros()
    {
        for (int length = FrameList.LongestFrame; length >= FrameList.ShortestFrame; length--)
        {
            byte[] frame = [.. Enumerable.Repeat((byte)length, length)];
            Assert.That(_card.TrySend(frame), Is.True);
            byte[] expected = new byte[Math.Max(length, NetworkCard.ShortestOnWire)];
            frame.CopyTo(expected, 0);
            Assert.That(_device.Sent[^1], Is.EqualTo(expected));
        }
    }

    [Test]
    public void A_slow_device_makes_senders_wait_and_its_order_is_its_own()
    {
        _device.IsSlow = true;
        int sent = 0;
        for (int round = 0; round < 20; round++)
        {
            int taken = 0;
            for (; _card.TrySend(Numbered(sent)); sent++)
                taken++;
            Assert.That(taken, Is.EqualTo(VirtioCard.SendBuffers));
            _device.Send();
        }

        Assert.That(_device.Sent.Select(frame => BitConverter.ToInt32(frame)), Is.EqualTo(Enumerable.Range(0, sent)));
    }

    [Test]
    public void A_device_that_wants_no_notification_gets_none()
    {
        _device.IsSlow = true;
        _device.Queue(SimulatedVirtio.SendQueue).IsNotificationUnwanted = true;
        int before = _device.Notifications;
        Assert.That(_card.TrySend(new byte[60]), Is.True);
        Assert.That(_device.Notifications, Is.EqualTo(before));
        _device.Queue(SimulatedVirtio.SendQueue).IsNotificationUnwanted = false;
        Assert.That(_card.TrySend(new byte[60]), Is.True);
        Assert.That(_device.Notifications, Is.EqualTo(before + 1));
    }

    [Test]
    public void What_was_sent_interrupts_nobody_and_what_comes_does_once()
    {
        Assert.That(_card.TrySend(new byte[60]), Is.True);
        Assert.That(_card.Acknowledge(), Is.False);
        _device.Receive(new byte[60]);
        _device.Receive(new byte[60]);
        Assert.That(_card.Acknowledge(), Is.True);
        Assert.That(_card.Acknowledge(), Is.False);
    }

    // Buffers that there are not, and more bytes than a buffer has.
    [TestCase(64u, 100u)]
    [TestCase(uint.MaxValue, 100u)]
    [TestCase(0u, 2049u)]
    [TestCase(0u, uint.MaxValue)]
    public void A_receiver_that_lies_is_started_anew(uint number, uint length)
    {
        _device.Use(SimulatedVirtio.ReceiveQueue, number, length);
        Assert.That(_card.TryReceive(_frame, out _), Is.False);
        Assert_that_it_was_started_anew();
    }

    [Test]
    public void A_buffer_that_comes_twice_starts_the_device_anew()
    {
        _device.Use(SimulatedVirtio.ReceiveQueue, 63, 100);
        _device.Use(SimulatedVirtio.ReceiveQueue, 63, 100);
        Assert.That(_card.TryReceive(_frame, out _), Is.True, "the first time it may be true");

        // It went back to the device, which may have it again; but the sender's was never given.
        Assert.That(_card.TrySend(new byte[60]), Is.True);
        _device.Use(SimulatedVirtio.SendQueue, 63, 0);
        for (int i = 0; i < VirtioCard.SendBuffers; i++)
            Assert.That(_card.TrySend(new byte[60]), Is.True);
        Assert.That(_card.Counters.Restarts, Is.EqualTo(1));
    }

    [Test]
    public void More_used_than_there_were_starts_the_device_anew([Values(65, 1000, 65535)] int count)
    {
        _device.Queue(SimulatedVirtio.ReceiveQueue).SkipUsed(count);
        Assert.That(_card.TryReceive(_frame, out _), Is.False);
        Assert_that_it_was_started_anew();
    }

    [Test]
    public void A_device_in_trouble_is_started_anew_and_a_change_of_the_wire_is_counted()
    {
        _device.ChangeConfiguration();
        Assert.That(_card.Acknowledge(), Is.True);
        Assert.That((_card.Counters.LinkChanges, _card.Counters.Restarts), Is.EqualTo((1ul, 0ul)));
        _device.NeedsReset = true;
        _device.ChangeConfiguration();
        Assert.That(_card.Acknowledge(), Is.True);
        Assert_that_it_was_started_anew();
    }

    [Test]
    public void What_was_on_its_way_at_a_restart_is_counted_as_not_sent()
    {
        _device.IsSlow = true;
        for (int i = 0; i < 5; i++)
            _card.TrySend(new byte[60]);
        _card.RestartSender();
        Assert.That(_card.Counters.SendErrors, Is.EqualTo(5));
        Assert_that_it_was_started_anew();
    }

    [Test]
    public void A_device_that_is_pulled_out_is_gone()
    {
        _device.IsGone = true;
        Assert.That(_card.Acknowledge(), Is.False);
        Assert.That((_card.IsGone, _card.TrySend(new byte[60]), _card.TryReceive(_frame, out _)), Is.EqualTo((true, false, false)));
    }

    [Test]
    public void A_device_whose_queues_grow_at_a_restart_is_gone()
    {
        _device.Sizes[0] = 1024;
        _card.RestartSender();
        Assert.That((_card.IsGone, _card.TrySend(new byte[60])), Is.EqualTo((true, false)));
    }

    [Test]
    public void Whatever_the_device_says_the_driver_goes_on([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        for (int step = 0; step < 5_000; step++)
        {
            int queue = random.Next(2);
            switch (random.Next(8))
            {
                case 0:
                    _device.Use(queue, random.Next(4) == 0 ? (uint)random.Next() : (uint)random.Next(70), random.Next(4) == 0 ? (uint)random.Next() : (uint)random.Next(2100));
                    break;
                case 1:
                    _device.Queue(queue).SkipUsed(random.Next(70));
                    break;
                case 2:
                    _device.IsSlow = random.Next(2) == 0;
                    break;
                case 3:
                    _device.NeedsReset = random.Next(8) == 0;
                    _device.ChangeConfiguration();
                    break;
                case 4:
                    _card.TrySend(new byte[random.Next(FrameList.ShortestFrame, FrameList.LongestFrame + 1)]);
                    break;
                case 5:
                    _card.Acknowledge();
                    break;
                default:
                    _card.TryReceive(_frame, out _);
                    break;
            }
        }

        _card.RestartSender();
        Assert_that_it_works();
    }

    private static byte[] Numbered(int number)
    {
        byte[] frame = new byte[60];
        BitConverter.TryWriteBytes(frame, number);
        return frame;
    }

    private void Assert_that_it_was_started_anew()
    {
        Assert.That((_card.Counters.Restarts, _device.Resets), Is.EqualTo((1ul, 2)));
        Assert_that_it_works();
    }

    private void Assert_that_it_works()
    {
        _device.IsSlow = false;
        Assert.That(_device.Receive(new byte[77]), Is.True);
        Assert.That(_card.TryReceive(_frame, out int length), Is.True);
        Assert.That(length, Is.EqualTo(77));
        for (int i = 0; i < 2 * VirtioCard.SendBuffers; i++)
        {
            Assert.That(_card.TrySend(Numbered(i)), Is.True);
            Assert.That(_device.Sent[^1], Is.EqualTo(Numbered(i)));
        }
    }
}
