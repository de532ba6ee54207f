namespace Euralios.Grader.Image;

/// <summary>What a child process that handles a stranger's source may use before it is killed.</summary>
/// <param name="Time">For one build.</param>
/// <param name="MemoryMiB">Private memory of the process, and of each of its own children.</param>
/// <param name="ReplyCharacters">Of one reply.</param>
public sealed record WorkerLimits(TimeSpan Time, int MemoryMiB, int ReplyCharacters)
{
    /// <summary>Two minutes, 1.5 GiB, a mebi of characters. A program is compiled in some seconds, but a slow host must not change a verdict.</summary>
    public static WorkerLimits Default { get; } = new(TimeSpan.FromMinutes(2), 1536, 1024 * 1024);
}
