using System.Buffers.Binary;
using Euralios.Programs.Nic;
using Euralios.Programs.Rtl8139;
using Euralios.Std;

namespace Euralios.Programs.Nic.Tests;

/// <summary>The RTL8139's driver and a simulated chip.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class CardTests : IDisposable
{
    private const ushort Port = 0xD000;
    private const int RingLength = ReceiveRing.ShortestRing;

    private readonly SimulatedMemory _memory = new(256 * 1024);
    private readonly SimulatedChip _chip;
    private readonly Rtl8139Card _card;
    private readonly byte[] _frame = new byte[FrameList.LongestFrame];

    public CardTests()
    {
        _chip = new SimulatedChip(_memory);
        Ports.Plug(_chip);
        DeviceMemory ring = _memory.Allocate(RingLength + ReceiveRing.Slack);
        _card = new Rtl8139Card(new Registers(Port), ring, _memory.Allocate(Rtl8139Card.TransmitMemory));
    }

    public void Dispose()
    {
        Ports.Plug(null);
        _memory.Dispose();
    }

    [SetUp]
    public void Start() => Assert.That(_card.TryStart(), Is.True);

    [Test]
    public void The_address_is_read() => Assert.That(_card.MacAddress, Is.EqualTo(0x5756_5554_5352));

    [Test]
    public void A_chip_that_never_finishes_its_reset_is_given_up()
    {
        _chip.ResetReads = int.MaxValue;
        Assert.That(_card.TryStart(), Is.False);
    }

    [Test]
    public void Frames_of_every_length_pass_the_ring_s_end_again_and_again()
    {
        int passes = 0;
        int written = 0;
        var random = new Random(1);
        for (int round = 0; round < 12; round++)
        {
            for (int length = 0; length <= 1518; length++)
            {
                byte[] frame = new byte[length];
                random.NextBytes(frame);
                Assert.That(_chip.Receive(frame), Is.True);
                written += (4 + length + 4 + 3) & -4;
                passes = written / RingLength;
                bool isFrame = length is >= FrameList.ShortestFrame and <= FrameList.LongestFrame;
                Assert.That(_card.TryReceive(_frame, out int received), Is.EqualTo(isFrame), $"length {length}");
                if (isFrame)
                    Assert.That(_frame.AsSpan(0, received).SequenceEqual(frame), $"length {length}, round {round}");
                _card.Acknowledge();
                Assert.That(_chip.Interrupts, Is.False);
            }
        }

        Assert.That(passes, Is.GreaterThan(1_500));
        Assert.That(_card.Counters.ReceiveErrors, Is.EqualTo(12 * (14 + 4)));
        Assert.That(_card.Counters.Restarts, Is.Zero);
        Assert.That(_memory.Faults, Is.Zero);
    }

    [Test]
    public void A_burst_larger_than_the_ring_loses_its_end_and_nothing_else()
    {
        int sent = 0;
        int expected = 0;
        for (int burst = 0; burst < 2_000; burst++)
        {
            int taken = 0;
            for (int i = 0; i < 20; i++)
                taken += _chip.Receive(TestFrame.Make(600, sent + i)) ? 1 : 0;
            Assert.That(taken, Is.InRange(12, 13), "the ring's room");
            Assert.That(_card.Acknowledge(), Is.True);
            Assert.That(_chip.Interrupts, Is.False, "the overflow is masked until the ring has been read");
            for (int i = 0; i < taken; i++)
            {
                Assert.That(_card.TryReceive(_frame, out int length), Is.True);
                Assert.That(_frame.AsSpan(0, length).SequenceEqual(TestFrame.Make(600, sent + i)), $"burst {burst}, frame {i}");
            }

            Assert.That(_card.TryReceive(_frame, out _), Is.False);
            Assert.That(_chip.Causes & 0x50, Is.Zero, "the overflow is acknowledged");
            sent += 20;
            expected += 20 - taken;
        }

        Assert.That(_card.Counters.Missed, Is.EqualTo(expected));
        Assert.That(_card.Counters.Overflows, Is.EqualTo(2_000));
    }

    [TestCase(0x0000, 64, Description = "not whole")]
    [TestCase(0x0001, 3, Description = "shorter than a check sequence")]
    [TestCase(0x0001, 9000, Description = "longer than what has been written")]
    [TestCase(0xFFFF, 0xFFFF)]
    public void Where_a_header_cannot_be_the_receiver_is_started_anew(int status, int size)
    {
        byte[] bytes = new byte[72];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, (ushort)status);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2), (ushort)size);
        for (int i = 0; i < 100; i++)
        {
            _chip.Write(bytes);
            Assert.That(_card.TryReceive(_frame, out _), Is.False);
            byte[] frame = TestFrame.Make(500 + i, i);
            _chip.Receive(frame);
            Assert.That(_card.TryReceive(_frame, out int length), Is.True);
            Assert.That(_frame.AsSpan(0, length).SequenceEqual(frame));
        }

        Assert.That(_card.Counters.Restarts, Is.EqualTo(100));
        Assert.That(_memory.Faults, Is.Zero);
    }

    [Test]
    public void A_frame_that_is_still_coming_is_waited_for()
    {
        byte[] bytes = new byte[72];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(2), 0xFFF0);
        _chip.Write(bytes);
        Assert.That(_card.TryReceive(_frame, out _), Is.False);
        Assert.That(_card.Counters.ReceiveErrors, Is.Zero);
    }

    [Test]
    public void Frames_of_every_length_are_sent_and_short_ones_padded()
    {
        for (int length = FrameList.ShortestFrame; length <= FrameList.LongestFrame; length++)
        {
            byte[] frame = TestFrame.Make(length, length);
            Assert.That(_card.TrySend(frame), Is.True);
            Assert.That(_chip.Sent[^1], Is.EqualTo(TestFrame.Padded(frame)), $"length {length}");
        }

        _card.UpdateCounters();
        Assert.That(_card.Counters.Sent, Is.EqualTo(_chip.Sent.Count));
    }

    [Test]
    public void Four_frames_may_be_on_their_way()
    {
        _chip.Outcome = _ => 0;
        for (int i = 0; i < 4; i++)
            Assert.That(_card.TrySend(TestFrame.Make(60, i)), Is.True);
        Assert.That(_card.TrySend(TestFrame.Make(60, 4)), Is.False);
        _chip.Finish(1, 0xA000);
        Assert.That(_card.TrySend(TestFrame.Make(60, 4)), Is.False, "slots are free in turn");
        _chip.Finish(0, 0xA000);
        Assert.That(_card.TrySend(TestFrame.Make(60, 4)), Is.True);
        Assert.That(_card.TrySend(TestFrame.Make(60, 5)), Is.True);
        Assert.That(_card.TrySend(TestFrame.Make(60, 6)), Is.False);
        _card.RestartSender();
        _chip.Outcome = null;
        for (int slot = 0; slot < 4; slot++)
            _chip.Finish(slot, 0x2000);
        Assert.That(_card.TrySend(TestFrame.Make(61, 6)), Is.True, "given up, the slots are free");
        Assert.That(_card.Counters.SendErrors, Is.EqualTo(4));
    }

    [Test]
    public void After_an_abort_and_an_underrun_the_chip_goes_on()
    {
        _chip.Outcome = _ => 1u << 30;
        _card.TrySend(TestFrame.Make(60, 1));
        Assert.That(_card.Acknowledge(), Is.True);
        Assert.That(_chip.ClearedAborts, Is.EqualTo(1));
        _chip.Finish(0, 0x2000);
        uint before = _chip.Threshold;
        _chip.Outcome = _ => 0x6000;
        _card.TrySend(TestFrame.Make(60, 2));
        Assert.That(_card.Acknowledge(), Is.True);
        _chip.Outcome = null;
        _card.TrySend(TestFrame.Make(60, 3));
        Assert.That(_chip.Threshold, Is.GreaterThan(before));
        Assert.That(_card.Counters.SendErrors, Is.EqualTo(2));
        Assert.That(_chip.Interrupts, Is.False);
    }

    [Test]
    public void Each_cause_is_acknowledged_and_counted()
    {
        foreach (int cause in new[] { 0x0001, 0x0002, 0x0008, 0x0020 })
        {
            _chip.Cause(cause);
            Assert.That(_chip.Interrupts, Is.True, $"{cause:X}");
            Assert.That(_card.Acknowledge(), Is.True);
            Assert.That(_chip.Causes, Is.Zero);
            Assert.That(_card.Acknowledge(), Is.False);
        }

        Assert.That(_card.Counters.LinkChanges, Is.EqualTo(1));
        Assert.That(_card.Counters.ReceiveErrors, Is.EqualTo(1));
        Assert.That(_card.Counters.Interrupts, Is.EqualTo(4));
    }

    [Test]
    public void An_error_of_the_bus_starts_the_card_anew()
    {
        _chip.Cause(0x8000);
        Assert.That(_card.Acknowledge(), Is.True);
        Assert.That(_chip.Causes, Is.Zero);
        Assert.That(_chip.Receive(TestFrame.Make(100, 1)), Is.True);
        Assert.That(_card.TryReceive(_frame, out int length), Is.True);
        Assert.That(length, Is.EqualTo(100));
    }

    [Test]
    public void A_card_that_is_unplugged_does_no_harm()
    {
        Ports.Plug(null);
        Assert.That(_card.Acknowledge(), Is.False);
        Assert.That(_card.IsGone, Is.True);
        Assert.That(_card.TryReceive(_frame, out _), Is.False);
        Assert.That(_card.TrySend(TestFrame.Make(60, 1)), Is.False);
    }

    [Test]
    public void Whatever_the_chip_says_does_no_harm()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            _chip.Lie = register => register == 0x37
                ? random.Next(4) == 0 ? 1u : 0u
                : register is >= 0x10 and < 0x20 or 0x3A or 0x3E or 0x4C ? (uint)random.Next(0xFFFF) : null;
            for (int i = 0; i < 40; i++)
            {
                random.NextBytes(_memory.At(0x10_0000, RingLength));
                _card.TryReceive(_frame, out int length);
                Assert.That(length, Is.InRange(0, FrameList.LongestFrame));
                _card.Acknowledge();
            }
        }

        Assert.That(_memory.Faults, Is.Zero);
    }
}
