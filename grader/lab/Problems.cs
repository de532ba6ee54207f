using System.Globalization;
using YamlDotNet.Core;

namespace Euralios.Grader.Lab;

/// <summary>The problems of one file, gathered so that its author sees them all at once.</summary>
internal sealed class Problems(string path)
{
    private readonly List<(long Line, long Column, string Text)> _found = [];

    public bool Any => _found.Count > 0;

    public void Add(Mark place, string expected, string found) => Add(place, $"expected {expected}, found {found}");

    public void Add(Mark place, string text) => _found.Add((place.Line, place.Column, text.ReplaceLineEndings(" ")));

    public LabFormatException ToException() => new(
    [
        .. _found.Distinct().OrderBy(problem => problem.Line).ThenBy(problem => problem.Column)
            .Select(problem => string.Create(CultureInfo.InvariantCulture, $"{path}({problem.Line},{problem.Column}): {problem.Text}")),
    ]);
}
