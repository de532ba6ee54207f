using System.Collections.Generic;
using NUnit.Framework;

namespace Euralios.Net.Tests;

public sealed class RandomSourceTests
{
    [Test]
    public void The_same_seed_gives_the_same_numbers_and_another_one_others()
    {
        var first = new RandomSource("one"u8);
        var again = new RandomSource("one"u8);
        var other = new RandomSource("two"u8);
        var seen = new HashSet<ulong>();
        for (int i = 0; i < 1000; i++)
        {
            ulong value = first.NextUInt64();
            Assert.That(again.NextUInt64(), Is.EqualTo(value));
            Assert.That(seen.Add(value) && seen.Add(other.NextUInt64()));
        }
    }

    [Test]
    public void Numbers_below_a_limit_are_spread_evenly()
    {
        var random = new RandomSource("dice"u8);
        int[] counts = new int[6];
        for (int i = 0; i < 60_000; i++)
            counts[random.NextBelow(6)]++;
        Assert.That(counts, Is.All.InRange(9_600, 10_400));
    }
}
