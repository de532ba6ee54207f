namespace Euralios.Grader.Boot;

/// <summary>How long somebody at a machine waits for what must come: a safety net, far above what anything takes.</summary>
internal static class Patience
{
    /// <summary>Of the host's time.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);
}
