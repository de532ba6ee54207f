namespace Euralios.Grader.Skeletons;

/// <summary>
/// A reference file from which no skeleton can be made. The message has a line <c>path(line): what is wrong</c> for each problem.
/// </summary>
public sealed class SkeletonException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>The problems.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
