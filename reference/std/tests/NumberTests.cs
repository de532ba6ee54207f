using System;
using System.Globalization;
using NUnit.Framework;

namespace Euralios.Std.Tests;

/// <summary>Numbers as text and text as numbers, beside .NET's own: many values drawn by a seeded generator, in every format.</summary>
public sealed class NumberTests
{
    private static readonly string?[] FractionFormats =
    [
        null, "F0", "F1", "F2", "F20", "F40", "N", "N0", "N3", "E", "E0", "E3", "e10", "G1", "G3", "G5", "G15", "G17", "G20", "G40", "P", "P0", "P3", "C", "g", "R",
        "0.00", "#,##0.0", "0", "#", "00.###", "0.0%", "0.##E+00", "#.##", "##0,,.0#", "0.00;(0.00);zero", "'a'0.0\"b\"", "0,000.0",
    ];

    private static readonly string?[] WholeFormats =
    [
        null, "D", "D5", "D70", "X", "x4", "X12", "B", "B8", "N", "N0", "N70", "F2", "E", "E2", "G", "G1", "G3", "g4", "P", "P1", "C", "R", "000", "#,##0", "0.00", "#",
        "0;neg 0;zero", "##-##", "0%",
    ];

    [Test]
    public void Fractions_have_the_texts_of_NET()
    {
        var random = new Random(1);
        for (int i = 0; i < 60_000; i++)
        {
            double value = Draw(random);
            string? format = FractionFormats[random.Next(FractionFormats.Length)];
            Assert.That(Number.Format(new Number.BinaryFraction(value), format), Is.EqualTo(value.ToString(format)), $"{value:R} as {format}");
            float single = (float)value;
            Assert.That(Number.Format(new Number.BinaryFraction(single), format), Is.EqualTo(single.ToString(format)), $"{single:R}f as {format}");
        }
    }

    [Test]
    public void Whole_numbers_have_the_texts_of_NET()
    {
        var random = new Random(2);
        for (int i = 0; i < 60_000; i++)
        {
            long value = random.Next(3) == 0 ? random.Next(-1000, 1000) : random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(60);
            string? format = WholeFormats[random.Next(WholeFormats.Length)];
            ulong magnitude = value < 0 ? 0 - (ulong)value : (ulong)value;
            Assert.That(Number.Format(magnitude, value < 0, (ulong)value, format), Is.EqualTo(value.ToString(format)), $"{value} as {format}");
        }
    }

    [Test]
    public void Texts_are_read_as_the_nearest_value()
    {
        var random = new Random(3);
        for (int i = 0; i < 60_000; i++)
        {
            string text = Draw(random).ToString(FractionFormats[random.Next(26)]);
            if (random.Next(6) == 0)
                text += random.Next(1000).ToString();
            bool isNumber = double.TryParse(text, out double expected);
            bool isOurs = Number.TryParse(
                text, NumberStyles.Float | NumberStyles.AllowThousands, Number.FloatingFormat.Double, out ulong bits);
            Assert.That((isOurs, isOurs ? bits : 0), Is.EqualTo((isNumber, isNumber ? BitConverter.DoubleToUInt64Bits(expected) : 0)), text);
        }
    }

    /// <summary>The shortest text of every power of two, where neighbours are at unequal distances, is read as the same value.</summary>
    [Test]
    public void Powers_of_two_come_back()
    {
        for (int exponent = -1074; exponent < 1024; exponent++)
        {
            double value = Math.ScaleB(1, exponent);
            Assert.That(double.Parse(Number.Format(new Number.BinaryFraction(value), null)), Is.EqualTo(value));
        }
    }

    [Test]
    public void Characters_are_those_of_NET()
    {
        for (int i = 0; i <= char.MaxValue; i++)
        {
            var character = (char)i;
            Assert.That(UnicodeTables.Category(character), Is.EqualTo(char.GetUnicodeCategory(character)), $"{i:x}");
            Assert.That(UnicodeTables.ToUpper(character), Is.EqualTo(char.ToUpperInvariant(character)), $"{i:x}");
            Assert.That(UnicodeTables.ToLower(character), Is.EqualTo(char.ToLowerInvariant(character)), $"{i:x}");
        }
    }

    private static double Draw(Random random) => random.Next(7) switch
    {
        0 => BitConverter.Int64BitsToDouble(random.NextInt64()),
        1 => random.NextDouble() * 1000,
        2 => Math.Round(random.NextDouble() * 1000, random.Next(5)),
        3 => random.Next(100_000) / (double)(1 << random.Next(20)),
        4 => random.Next(),
        5 => BitConverter.Int64BitsToDouble(random.NextInt64(1L << 52)),
        _ => -Math.Pow(10, random.Next(-20, 25)),
    };
}
