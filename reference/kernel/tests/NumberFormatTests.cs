using System;
using Merriwig.Devices;
using NUnit.Framework;

namespace Merriwig.Tests;

/// <summary>Numbers as text against .NET's own formatting.</summary>
public sealed class NumberFormatTests
{
    [TestCaseSource(nameof(Numbers))]
    public void WritesDecimal(ulong value)
    {
        var buffer = new char[NumberFormat.LongestDecimal];
        int length = NumberFormat.Decimal(value, buffer);
        Assert.That(new string(buffer, 0, length), Is.EqualTo($"{value}"));
        Assert.That(NumberFormat.Decimal(value, new char[length]), Is.EqualTo(length), "a buffer that is just long enough");
        Assert.That(NumberFormat.Decimal(value, new char[length - 1]), Is.Zero, "a buffer that is one too short");
    }

    [Test]
    public void WritesHexadecimal([ValueSource(nameof(Numbers))] ulong value, [Values(0, 1, 4, 16, 20)] int digits)
    {
        var buffer = new char[NumberFormat.LongestHexadecimal];
        int length = NumberFormat.Hexadecimal(value, digits, buffer);
        Assert.That(new string(buffer, 0, length), Is.EqualTo($"{value:x}".PadLeft(Math.Min(digits, 16), '0')));
        Assert.That(NumberFormat.Hexadecimal(value, digits, new char[length - 1]), Is.Zero, "a buffer that is one too short");
    }

    private static readonly ulong[] Numbers = [0, 1, 9, 10, 15, 16, 99, 100, 255, 256, 0xABCDEF, uint.MaxValue, 1ul << 32, ulong.MaxValue];
}
