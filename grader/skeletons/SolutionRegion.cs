using System.Globalization;
using System.Text.RegularExpressions;

namespace Euralios.Grader.Skeletons;

/// <summary>A <c>#region Solution 6.1: words</c> up to its <c>#endregion</c>. Lines count from 0.</summary>
/// <param name="Task">The task that it solves.</param>
/// <param name="Words">What it does.</param>
/// <param name="FirstLine">The line of <c>#region</c>.</param>
/// <param name="LastLine">The line of <c>#endregion</c>.</param>
internal sealed partial record SolutionRegion(string Task, string Words, int FirstLine, int LastLine)
{
    /// <summary>Finds the regions of a file; other regions are nobody's business, but must be balanced.</summary>
    public static IReadOnlyList<SolutionRegion> Find(string path, IReadOnlyList<string> lines)
    {
        var regions = new List<SolutionRegion>();
        var open = new Stack<(string? Task, string Words, int Line)>();
        var problems = new List<string>();
        for (var line = 0; line < lines.Count; line++)
        {
            if (Start().Match(lines[line]) is { Success: true } start)
            {
                var solution = Solution().Match(start.Groups["title"].Value);
                if (solution.Success && open.Any(outer => outer.Task is not null))
                {
                    problems.Add(Problem(path, line, "a solution region inside of another"));
                }
                else if (!solution.Success && start.Groups["title"].Value.StartsWith("Solution", StringComparison.OrdinalIgnoreCase))
                {
                    problems.Add(Problem(path, line, "expected `#region Solution N.M: some words`"));
                }

                open.Push((solution.Success ? solution.Groups["task"].Value : null, solution.Groups["words"].Value, line));
            }
            else if (End().IsMatch(lines[line]))
            {
                if (!open.TryPop(out var region))
                {
                    problems.Add(Problem(path, line, "#endregion without #region"));
                }
                else if (region.Task is not null)
                {
                    regions.Add(new SolutionRegion(region.Task, region.Words, region.Line, line));
                }
            }
        }

        problems.AddRange(open.Select(region => Problem(path, region.Line, "#region without #endregion")));
        return problems.Count == 0 ? regions : throw new SkeletonException(problems);
    }

    public static string Problem(string path, int line, string text) => string.Create(CultureInfo.InvariantCulture, $"{path}({line + 1}): {text}");

    [GeneratedRegex(@"^\s*#\s*region\b\s*(?<title>.*?)\s*$")]
    private static partial Regex Start();

    [GeneratedRegex(@"^\s*#\s*endregion\b")]
    private static partial Regex End();

    [GeneratedRegex(@"^Solution (?<task>\d+\.\d+): (?<words>\S.*)$")]
    private static partial Regex Solution();
}
