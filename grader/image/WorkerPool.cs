using System.Collections.Concurrent;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Image;

/// <summary>
/// Images from child processes, several at once, with limits on time, memory and output. A worker that dies or exceeds a limit is killed
/// and replaced; the submission that did it gets that as its verdict, and is not tried again.
/// </summary>
public sealed class WorkerPool : IImageSource
{
    private readonly string program;
    private readonly IReadOnlyList<string> arguments;
    private readonly WorkerLimits limits;
    private readonly SemaphoreSlim free;
    private readonly ConcurrentBag<BuildWorker> idle = [];

    /// <summary>A pool of at most <paramref name="size"/> processes, started when they are first needed.</summary>
    /// <param name="size">How many build at once.</param>
    /// <param name="program">The worker's program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="limits">What each build may use.</param>
    public WorkerPool(int size, string program, IReadOnlyList<string> arguments, WorkerLimits? limits = null)
    {
        this.program = program;
        this.arguments = arguments;
        this.limits = limits ?? WorkerLimits.Default;
        free = new(size, size);
    }

    /// <inheritdoc/>
    public async Task<ImageBuild> BuildAsync(ImageRequest request, CancellationToken cancellation)
    {
        await free.WaitAsync(cancellation).ConfigureAwait(false);
        try
        {
            if (!idle.TryTake(out var worker))
                worker = new(program, arguments, limits);

            var healthy = false;
            try
            {
                var build = await worker.BuildAsync(request, cancellation).ConfigureAwait(false);
                healthy = true;
                return build;
            }
            catch (WorkerFailedException failure)
            {
                return new(null, [new("", 0, 0, "BUILD", failure.Message)], new Dictionary<string, double>());
            }
            finally
            {
                if (healthy)
                    idle.Add(worker);
                else
                    worker.Dispose();
            }
        }
        finally
        {
            free.Release();
        }
    }

    /// <summary>Ends the processes. Builds that are under way must have ended.</summary>
    public ValueTask DisposeAsync()
    {
        while (idle.TryTake(out var worker))
            worker.Dispose();

        free.Dispose();
        return ValueTask.CompletedTask;
    }
}
