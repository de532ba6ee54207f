using System;
using NUnit.Framework;

namespace Euralios.Net.Tests;

public sealed class InstantTests
{
    [Test]
    public void Never_stays_never() => Assert.That(Instant.Never.After(TimeSpan.FromDays(1)), Is.EqualTo(Instant.Never));

    [Test]
    public void Times_are_counted_in_microseconds()
    {
        var start = new Instant(5);
        Instant later = start.After(TimeSpan.FromMilliseconds(2));
        Assert.That(later.Microseconds, Is.EqualTo(2005));
        Assert.That(later.Since(start), Is.EqualTo(TimeSpan.FromMilliseconds(2)));
        Assert.That(start < later && later > start && Instant.Earlier(later, start) == start);
    }
}
