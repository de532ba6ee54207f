using System;
using Merriwig.Devices;
using NUnit.Framework;

namespace Merriwig.Tests;

/// <summary>Registers of the real-time clock as points in time, against .NET's calendar.</summary>
public sealed class CmosTimeTests
{
    private const byte Binary = CmosTime.Binary;
    private const byte Hours24 = CmosTime.Hours24;

    // Year, month, day, hour, minute, second as the registers hold them; 0 seconds for what is no date or no time.
    [TestCase(Hours24, 0x00, 0x01, 0x01, 0x00, 0x00, 0x00, 946_684_800ul, TestName = "the first second")]
    [TestCase(Hours24, 0x99, 0x12, 0x31, 0x23, 0x59, 0x59, 4_102_444_799ul, TestName = "the last second")]
    [TestCase(Hours24, 0x24, 0x02, 0x29, 0x12, 0x34, 0x56, 1_709_210_096ul, TestName = "a leap day")]
    [TestCase(Hours24 | Binary, 24, 2, 29, 12, 34, 56, 1_709_210_096ul, TestName = "a leap day in binary")]
    [TestCase(0, 0x24, 0x02, 0x29, 0x92, 0x34, 0x56, 1_709_210_096ul, TestName = "the hour after noon")]
    [TestCase(0, 0x24, 0x02, 0x29, 0x12, 0x34, 0x56, 1_709_210_096ul - (12 * 3600), TestName = "the hour after midnight")]
    [TestCase(Binary, 24, 2, 29, 0x8B, 34, 56, 1_709_210_096ul + (11 * 3600), TestName = "11 in the evening in binary")]
    [TestCase(Hours24 | 0xF9, 0x24, 0x02, 0x29, 0x12, 0x34, 0x56, 1_709_210_096ul, TestName = "other bits of the control register")]
    [TestCase(Hours24, 0x23, 0x02, 0x29, 0x12, 0x34, 0x56, 0ul, TestName = "no leap day")]
    [TestCase(Hours24, 0x24, 0x02, 0x30, 0x12, 0x34, 0x56, 0ul)]
    [TestCase(Hours24, 0x24, 0x04, 0x31, 0x12, 0x34, 0x56, 0ul)]
    [TestCase(Hours24, 0x24, 0x01, 0x32, 0x12, 0x34, 0x56, 0ul)]
    [TestCase(Hours24, 0x24, 0x01, 0x00, 0x12, 0x34, 0x56, 0ul)]
    [TestCase(Hours24, 0x24, 0x00, 0x01, 0x12, 0x34, 0x56, 0ul)]
    [TestCase(Hours24, 0x24, 0x13, 0x01, 0x12, 0x34, 0x56, 0ul)]
    [TestCase(Hours24, 0x24, 0x01, 0x01, 0x24, 0x00, 0x00, 0ul)]
    [TestCase(Hours24, 0x24, 0x01, 0x01, 0x81, 0x00, 0x00, 0ul, TestName = "after noon, of 24 hours")]
    [TestCase(Hours24, 0x24, 0x01, 0x01, 0x12, 0x60, 0x00, 0ul)]
    [TestCase(Hours24, 0x24, 0x01, 0x01, 0x12, 0x00, 0x60, 0ul)]
    [TestCase(0, 0x24, 0x01, 0x01, 0x00, 0x00, 0x00, 0ul, TestName = "hour 0 of 12")]
    [TestCase(0, 0x24, 0x01, 0x01, 0x13, 0x00, 0x00, 0ul)]
    [TestCase(0, 0x24, 0x01, 0x01, 0x80, 0x00, 0x00, 0ul)]
    [TestCase(0, 0x24, 0x01, 0x01, 0x93, 0x00, 0x00, 0ul)]
    [TestCase(Hours24, 0x2A, 0x01, 0x01, 0x12, 0x00, 0x00, 0ul, TestName = "a year that is not BCD")]
    [TestCase(Hours24, 0x24, 0x0A, 0x01, 0x12, 0x00, 0x00, 0ul)]
    [TestCase(Hours24, 0x24, 0x01, 0x1A, 0x12, 0x00, 0x00, 0ul)]
    [TestCase(Hours24, 0x24, 0x01, 0x01, 0x1A, 0x00, 0x00, 0ul)]
    [TestCase(0, 0x24, 0x01, 0x01, 0x0A, 0x00, 0x00, 0ul)]
    [TestCase(Hours24, 0x24, 0x01, 0x01, 0x12, 0x0A, 0x00, 0ul)]
    [TestCase(Hours24, 0x24, 0x01, 0x01, 0x12, 0x00, 0x5F, 0ul)]
    [TestCase(Hours24 | Binary, 100, 1, 1, 12, 0, 0, 0ul)]
    [TestCase(Hours24 | Binary, 24, 255, 1, 12, 0, 0, 0ul)]
    [TestCase(Hours24 | Binary, 24, 1, 255, 12, 0, 0, 0ul)]
    [TestCase(Hours24 | Binary, 24, 1, 1, 255, 0, 0, 0ul)]
    [TestCase(Hours24 | Binary, 24, 1, 1, 12, 255, 0, 0ul)]
    [TestCase(Hours24 | Binary, 24, 1, 1, 12, 0, 255, 0ul)]
    public void Knows(int control, int year, int month, int day, int hour, int minute, int second, ulong expected)
    {
        var time = new CmosTime
        {
            Control = (byte)control,
            Year = (byte)year,
            Month = (byte)month,
            Day = (byte)day,
            Hour = (byte)hour,
            Minute = (byte)minute,
            Second = (byte)second,
        };
        Assert.That(time.ToUnixSeconds(), Is.EqualTo(expected));
    }

    /// <summary>Two readings differ as soon as one register does.</summary>
    [Test]
    public void ComparesEveryRegister()
    {
        CmosTime time = CmosRegisters.Of(new DateTime(2024, 2, 29, 12, 34, 56, DateTimeKind.Utc), Hours24);
        CmosTime[] others = [time, time, time, time, time, time, time];
        others[0].Second++;
        others[1].Minute++;
        others[2].Hour++;
        others[3].Day++;
        others[4].Month++;
        others[5].Year++;
        others[6].Control++;
        Assert.That(CmosTime.AreEqual(time, time), Is.True);
        foreach (CmosTime other in others)
            Assert.That(CmosTime.AreEqual(time, other), Is.False);
    }

    /// <summary>Every day of the century, at a time of day that differs from day to day.</summary>
    [Test]
    public void AgreesWithTheCalendar([Values(0, Binary, Hours24, Binary | Hours24)] int control)
    {
        DateTime end = new(2100, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (DateTime at = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc); at < end; at = at.AddSeconds(86_400 - 7_211))
            Assert.That(CmosRegisters.Of(at, (byte)control).ToUnixSeconds(), Is.EqualTo((ulong)(at - DateTime.UnixEpoch).TotalSeconds), $"{at:u}");
    }

    /// <summary>Every minute of a day.</summary>
    [Test]
    public void AgreesWithTheTimeOfDay([Values(0, Binary, Hours24, Binary | Hours24)] int control)
    {
        DateTime day = new(2024, 2, 29, 0, 0, 0, DateTimeKind.Utc);
        for (DateTime at = day; at < day.AddDays(1); at = at.AddSeconds(59))
            Assert.That(CmosRegisters.Of(at, (byte)control).ToUnixSeconds(), Is.EqualTo((ulong)(at - DateTime.UnixEpoch).TotalSeconds), $"{at:u}");
    }
}
