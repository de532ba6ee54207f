namespace Euralios.Grader.Cli.Bench;

/// <summary>A measured number.</summary>
/// <param name="Group">Which measurement it belongs to.</param>
/// <param name="What">What was measured.</param>
/// <param name="Value">The number.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Goal">The most that is aimed at, or null.</param>
/// <param name="Peer">What the original needs for the same, or null.</param>
/// <param name="Xv6">What xv6 needs for the same, or null.</param>
internal sealed record Figure(
    string Group, string What, double Value, string Unit, double? Goal = null, string? Peer = null, string? Xv6 = null)
{
    /// <summary>The middle one of several values.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
