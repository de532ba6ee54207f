namespace Euralios.Grader.Verify;

/// <summary>Keeps the processors busy twice over: a verdict that changes meanwhile depended on the clock.</summary>
public sealed class Overload : IDisposable
{
    private const int LoopsPerProcessor = 2;

    private readonly List<Thread> loops = [];
    private volatile bool over;

    /// <summary>Starts the loops.</summary>
    public Overload()
    {
        for (var count = LoopsPerProcessor * Environment.ProcessorCount; count > 0; count--)
        {
            var loop = new Thread(Spin) { IsBackground = true };
            loop.Start();
            loops.Add(loop);
        }
    }

    /// <summary>Ends them.</summary>
    public void Dispose()
    {
        over = true;
        foreach (var loop in loops)
            loop.Join();
    }

    private void Spin()
    {
        while (!over)
            Thread.SpinWait(1000);
    }
}
