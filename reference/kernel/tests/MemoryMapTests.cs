using System.Collections.Generic;
using System.Linq;
using Merriwig.Memory;
using NUnit.Framework;

namespace Merriwig.Tests;

/// <summary>The memory map from what firmware reports: unsorted, overlapping, empty, wrapping.</summary>
public sealed class MemoryMapTests
{
    private const RegionKind Usable = RegionKind.Usable;
    private const RegionKind Reserved = RegionKind.Reserved;

    // What is added, and what the map then holds; addresses in hexadecimal, U = usable, R = reserved.
    [TestCase("", "")]
    [TestCase("U0-10", "U0-10")]
    [TestCase("U20-30 U0-10", "U0-10 U20-30", TestName = "sorts")]
    [TestCase("U0-10 U10-20", "U0-20", TestName = "merges neighbours of a kind")]
    [TestCase("U10-20 U0-10", "U0-20", TestName = "merges with the region after it")]
    [TestCase("U0-10 U20-30 U10-20", "U0-30", TestName = "closes a gap")]
    [TestCase("U0-10 R10-20", "U0-10 R10-20", TestName = "keeps neighbours of different kinds apart")]
    [TestCase("U0-0 U5-6", "U5-6", TestName = "skips what is empty")]
    [TestCase("U0-30 R10-20", "U0-10 R10-20 U20-30", TestName = "a hole in usable memory")]
    [TestCase("R10-20 U0-30", "U0-10 R10-20 U20-30", TestName = "usable memory around what is reserved")]
    [TestCase("U0-20 R10-30", "U0-10 R10-30", TestName = "an overlap at the end")]
    [TestCase("R10-30 U0-20", "U0-10 R10-30", TestName = "an overlap at the start")]
    [TestCase("U0-20 U10-30", "U0-30", TestName = "an overlap of a kind")]
    [TestCase("R0-40 U10-20", "R0-40", TestName = "reserved wins")]
    [TestCase("U0-10 U20-30 R5-25", "U0-5 R5-25 U25-30", TestName = "across two regions and the gap between them")]
    [TestCase("U10-20 U30-40 U50-60 R0-70", "R0-70", TestName = "across everything")]
    public void Holds(string added, string expected)
    {
        var map = default(MemoryMap);
        foreach ((ulong start, ulong end, RegionKind kind) in Parse(added))
            Assert.That(map.TryAdd(start, end - start, kind), Is.True);
        Assert.That(Describe(map), Is.EqualTo(expected));
    }

    [Test]
    public void CutsARegionThatWrapsAround()
    {
        var map = default(MemoryMap);
        map.TryAdd(ulong.MaxValue - 0xF, 0x100, Usable);
        Assert.That(map[0].End, Is.EqualTo(ulong.MaxValue));
    }

    [Test]
    public void SumsUsableBytes()
    {
        var map = default(MemoryMap);
        map.TryAdd(0, 0x1000, Usable);
        map.TryAdd(0x1000, 0x1000, Reserved);
        map.TryAdd(0x2000, 0x500, Usable);
        Assert.That(map.UsableBytes, Is.EqualTo(0x1500));
    }

    [Test]
    public void RefusesMoreThanItHolds()
    {
        var map = default(MemoryMap);
        for (ulong i = 0; i < MemoryMap.Capacity; i++)
            Assert.That(map.TryAdd(i * 0x20, 0x10, Usable), Is.True);
        Assert.That(map.TryAdd(0x10000, 0x10, Usable), Is.False);
        Assert.That(map.Count, Is.EqualTo(MemoryMap.Capacity));
    }

    /// <summary>Seeded regions against a map that knows every address: usable only where all that cover it say so.</summary>
    [Test]
    public void AgreesWithAMapOfEveryAddress([Range(1, 200)] int seed)
    {
        var random = new System.Random(seed);
        var map = default(MemoryMap);
        var kinds = new RegionKind?[256];
        for (int i = 0; i < 12; i++)
        {
            int start = random.Next(256);
            int length = random.Next(256 - start);
            RegionKind kind = (RegionKind)random.Next(1, 4);
            Assert.That(map.TryAdd((ulong)start, (ulong)length, kind), Is.True);
            for (int at = start; at < start + length; at++)
                kinds[at] = kinds[at] > kind ? kinds[at] : kind;
        }

        var actual = new RegionKind?[256];
        for (int i = 0; i < map.Count; i++)
        {
            Assert.That(i == 0 || map[i - 1].End <= map[i].Start, "sorted");
            Assert.That(i == 0 || map[i - 1].End < map[i].Start || map[i - 1].Kind != map[i].Kind, "merged");
            for (ulong at = map[i].Start; at < map[i].End; at++)
                actual[at] = map[i].Kind;
        }

        Assert.That(actual, Is.EqualTo(kinds));
    }

    private static IEnumerable<(ulong Start, ulong End, RegionKind Kind)> Parse(string text) =>
        text.Split(' ', System.StringSplitOptions.RemoveEmptyEntries).Select(word =>
        {
            string[] ends = word[1..].Split('-');
            return (System.Convert.ToUInt64(ends[0], 16), System.Convert.ToUInt64(ends[1], 16), word[0] == 'U' ? Usable : Reserved);
        });

    private static string Describe(MemoryMap map) =>
        string.Join(' ', Enumerable.Range(0, map.Count).Select(i => $"{(map[i].Kind == Usable ? 'U' : 'R')}{map[i].Start:x}-{map[i].End:x}"));
}
