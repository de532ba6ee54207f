using Euralios.Tools;

namespace Euralios.Network.Tests;

internal sealed class RoundTripTests
{
    [Test]
    public void A_summary_says_loss_and_times()
    {
        var trips = new RoundTrips();
        Assert.That(trips.Summary(), Is.EqualTo("0 sent, 0 received, 0% loss\n"));
        trips.AddLost();
        Assert.That(trips.Summary(), Is.EqualTo("1 sent, 0 received, 100% loss\n"));
        trips.Add(1500);
        trips.Add(42);
        trips.Add(1_000_000);
        Assert.That(trips.Summary(), Is.EqualTo("4 sent, 3 received, 25% loss\nround trip min/avg/max 0.042/333.847/1000.000 ms\n"));
    }
}
