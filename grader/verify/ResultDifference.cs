using Euralios.Grader.Result;

namespace Euralios.Grader.Verify;

/// <summary>Where two results of one submission differ.</summary>
public static class ResultDifference
{
    /// <summary>The first line of the results' text that differs, from both.</summary>
    public static string Describe(LabResult first, LabResult second)
    {
        var pairs = ResultsFile.Text(first).Split('\n').Zip(ResultsFile.Text(second).Split('\n'));
        var (one, other) = pairs.FirstOrDefault(pair => pair.First != pair.Second);
        return one is null ? "one result has more lines than the other" : $"{one.Trim()} became {other.Trim()}";
    }
}
