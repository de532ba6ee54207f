using System;
using Merriwig.Devices;
using NUnit.Framework;

namespace Merriwig.Tests;

/// <summary>Reading the real-time clock while it goes on, stands still, or is not there.</summary>
[NonParallelizable]
public sealed class CmosClockTests
{
    private static readonly DateTime Before = new(2029, 12, 31, 23, 59, 59, DateTimeKind.Utc);
    private static readonly DateTime After = Before.AddSeconds(1);

    private CmosTime registers;
    private byte index;
    private int reads;

    /// <summary>How often the status register says that an update is in progress; -1 for always.</summary>
    private int updates;

    /// <summary>What happens after a read.</summary>
    private Action? afterRead;

    [SetUp]
    public void Connect()
    {
        registers = CmosRegisters.Of(Before, CmosTime.Hours24);
        reads = 0;
        updates = 0;
        afterRead = null;
        Ports.OnWrite8 = (port, value) =>
        {
            Assert.That(port, Is.EqualTo(0x70));
            Assert.That(value, Is.LessThan(0x80), "the non-maskable interrupt stays on");
            index = value;
        };
        Ports.OnRead8 = port =>
        {
            Assert.That(port, Is.EqualTo(0x71));
            byte value = Register();
            reads++;
            afterRead?.Invoke();
            return value;
        };
    }

    [TestCase(0)]
    [TestCase(CmosTime.Binary)]
    [TestCase(CmosTime.Hours24)]
    [TestCase(CmosTime.Hours24 | CmosTime.Binary)]
    public void Reads(int control)
    {
        registers = CmosRegisters.Of(Before, (byte)control);
        Assert.That(CmosClock.ReadUnixSeconds(), Is.EqualTo(Seconds(Before)));
    }

    /// <summary>An update, wherever it comes: the time is the one before or the one after, never some registers of each.</summary>
    [Test]
    public void IsNeverTorn([Range(1, 30)] int read)
    {
        afterRead = () => registers = CmosRegisters.Of(reads < read ? Before : After, CmosTime.Hours24);
        Assert.That(CmosClock.ReadUnixSeconds(), Is.AnyOf(Seconds(Before), Seconds(After)));
    }

    [TestCase(1)]
    [TestCase(5_000)]
    public void WaitsForAnUpdate(int polls)
    {
        updates = polls;
        registers = default;
        afterRead = () => registers = updates == 0 ? CmosRegisters.Of(After, CmosTime.Hours24) : default;
        Assert.That(CmosClock.ReadUnixSeconds(), Is.EqualTo(Seconds(After)));
    }

    /// <summary>A clock that is always being updated, as one that is not there seems to be: all its bits are set.</summary>
    [Test]
    public void GivesUpOnAnEndlessUpdate()
    {
        updates = -1;
        Assert.That(CmosClock.ReadUnixSeconds(), Is.Zero);
        Assert.That(reads, Is.LessThanOrEqualTo(100_000));
    }

    [Test]
    public void GivesUpOnAClockThatIsNeverTheSame()
    {
        afterRead = () => registers.Second = (byte)(reads % 50);
        Assert.That(CmosClock.ReadUnixSeconds(), Is.Zero);
        Assert.That(reads, Is.LessThanOrEqualTo(100));
    }

    [Test]
    public void KnowsAClockWithoutADate()
    {
        registers = default;
        Assert.That(CmosClock.ReadUnixSeconds(), Is.Zero);
    }

    private static ulong Seconds(DateTime time) => (ulong)(time - DateTime.UnixEpoch).TotalSeconds;

    private byte Register()
    {
        switch (index)
        {
            case 0x0A when updates != 0:
                updates -= updates > 0 ? 1 : 0;
                return 0xA6;

            case 0x0A:
                return 0x26;

            default:
                return index switch
                {
                    0x00 => registers.Second,
                    0x02 => registers.Minute,
                    0x04 => registers.Hour,
                    0x07 => registers.Day,
                    0x08 => registers.Month,
                    0x09 => registers.Year,
                    0x0B => registers.Control,
                    _ => throw new InvalidOperationException($"register {index} is not the clock's"),
                };
        }
    }
}
