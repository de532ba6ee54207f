namespace Euralios.Grader.Checks;

/// <summary>The names in <c>lab.yaml</c>: exact, or with <c>*</c> at the end for any names that begin so.</summary>
internal static class NamePattern
{
    public static bool IsOpen(string pattern) => pattern.EndsWith('*');

    public static bool Matches(string pattern, string name) =>
        IsOpen(pattern) ? name.StartsWith(pattern[..^1], StringComparison.Ordinal) : name == pattern;
}
