namespace Euralios.Std.Machine.Tests;

/// <summary>The collector in ring 3. <c>./kit bench collector</c> is the long form.</summary>
internal sealed class CollectorTests
{
    [TestCase("collector churn 256")]
    [TestCase("GC_STRESS=1 collector churn 1")]
    [TestCase("collector graphs 100 20000")]
    [TestCase("GC_STRESS=1 collector graphs 1 300")]
    [TestCase("collector threads 8")]
    public async Task No_live_object_is_lost(string run)
    {
        string name = run.Split(' ').SkipWhile(word => word != "collector").ElementAt(1);
        string[] console = await GuestRun.RunAsync(run);
        Assert.That(console, Does.Contain($"[collector] {name}: 0 wrong, collected"), string.Join('\n', console));
        Assert.That(console, Does.Contain("[runner] collector ended: reason 1, status 0"));
        Assert.That(console, Has.None.Contains("left threads or handles"));
    }

    [Test]
    public async Task Memory_goes_back_to_the_system()
    {
        string[] console = await GuestRun.RunAsync("collector returns");
        Assert.That(console, Does.Contain("[collector] returns: 0 wrong, collected"), string.Join('\n', console));
    }

    [TestCase("features x größer")]
    [TestCase("GC_STRESS=1 features x größer")]
    public async Task What_is_promised_holds(string run)
    {
        string[] console = await GuestRun.RunAsync(run);
        Assert.That(console, Has.None.EndsWith("FAILED"));
        Assert.That(console, Does.Contain("[runner] features ended: reason 1, status 0"), string.Join('\n', console));
    }
}
