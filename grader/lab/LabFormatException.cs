namespace Euralios.Grader.Lab;

/// <summary>
/// A <c>lab.yaml</c> that cannot be used. The message has a line for each problem: <c>path(line,column): expected ..., found ...</c>.
/// </summary>
public sealed class LabFormatException(IReadOnlyList<string> problems) : Exception(string.Join('\n', problems))
{
    /// <summary>The problems, in the order of the file.</summary>
    public IReadOnlyList<string> Problems { get; } = problems;
}
