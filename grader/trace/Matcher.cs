using System.Collections.Immutable;

namespace Euralios.Grader.Tracing;

/// <summary>
/// Holds lines against an expectation by depth-first search: a gap takes as few lines as possible, and a later failure comes back and
/// takes more. The search is bounded, so no trace can make the grader hang; the furthest failure is the one that is reported.
/// </summary>
internal sealed class Matcher(Expectation expectation, IReadOnlyList<TextLine> lines)
{
    /// <summary>Attempts to match a pattern with a line, in all.</summary>
    private const int MaximumAttempts = 1_000_000;

    private readonly IReadOnlyList<Step> _steps = expectation.Steps;
    private int _attempts;
    private Failure? _furthest;

    /// <summary>Where an attempt failed: nothing got further than the highest (step, patterns taken, line).</summary>
    private sealed record Failure(
        int Step,
        int Taken,
        int Line,
        IReadOnlyList<LinePattern> Expected,
        bool Searching,
        LinePattern? Forbidden,
        ImmutableDictionary<string, string> Captures);

    public MatchResult Run(ImmutableDictionary<string, string> initial)
    {
        if (Match(0, 0, initial) is { } captures)
        {
            return new MatchResult(captures, null);
        }

        var failure = _furthest!;
        return new MatchResult(failure.Captures, Explain(failure));
    }

    /// <summary>
    /// Matches the steps from <paramref name="index"/> with the lines from <paramref name="line"/>. Recursion only where there is a choice.
    /// </summary>
    private ImmutableDictionary<string, string>? Match(int index, int line, ImmutableDictionary<string, string> captures)
    {
        while (true)
        {
            var step = _steps[index];
            if (step.Gap)
            {
                return MatchAfterGap(index, line, captures);
            }

            if (step.Patterns.Count != 1)
            {
                return MatchHere(index, line, captures);
            }

            if (line == lines.Count || Attempt(step.Patterns[0], line, captures) is not { } extended)
            {
                Fail(new Failure(index, 0, line, step.Patterns, Searching: false, Forbidden: null, captures));
                return null;
            }

            (index, line, captures) = (index + 1, line + 1, extended);
        }
    }

    private ImmutableDictionary<string, string>? MatchAfterGap(int index, int start, ImmutableDictionary<string, string> captures)
    {
        var step = _steps[index];
        for (var line = start; ; line++)
        {
            // Only the last line can end the trace, so only there is it worth asking.
            if ((step.Patterns.Count > 0 || line == lines.Count) && MatchHere(index, line, captures, searching: true) is { } result)
            {
                return result;
            }

            if (line >= lines.Count || _attempts > MaximumAttempts)
            {
                Fail(new Failure(index, 0, start, step.Patterns, Searching: true, Forbidden: null, captures));
                return null;
            }

            if (step.Never.FirstOrDefault(never => Attempt(never, line, captures) is not null) is { } forbidden)
            {
                Fail(new Failure(index, 0, line, step.Patterns, Searching: true, forbidden, captures));
                return null;
            }
        }
    }

    /// <summary>Matches a step with the lines that start exactly here, and then everything after it.</summary>
    private ImmutableDictionary<string, string>? MatchHere(
        int index, int line, ImmutableDictionary<string, string> captures, bool searching = false)
    {
        var step = _steps[index];
        switch (step.Patterns.Count)
        {
            case 0:
                if (line == lines.Count)
                {
                    return captures;
                }

                Fail(new Failure(index, 0, line, [], Searching: false, Forbidden: null, captures));
                return null;
            case 1:
                return line < lines.Count && Attempt(step.Patterns[0], line, captures) is { } extended ? Match(index + 1, line + 1, extended) : null;
            default:
                // While a gap is being searched, a first line that fits nothing is no news.
                return MatchBlock(index, [.. step.Patterns], line, captures, searching);
        }
    }

    private ImmutableDictionary<string, string>? MatchBlock(
        int index, ImmutableList<LinePattern> remaining, int line, ImmutableDictionary<string, string> captures, bool searching)
    {
        if (remaining.IsEmpty)
        {
            return Match(index + 1, line, captures);
        }

        for (var current = line; current < lines.Count && _attempts <= MaximumAttempts; current++)
        {
            foreach (var pattern in remaining)
            {
                if (Attempt(pattern, current, captures) is { } extended &&
                    MatchBlock(index, remaining.Remove(pattern), current + 1, extended, searching: false) is { } result)
                {
                    return result;
                }
            }

            if (!_steps[index].Interleaved || searching)
            {
                break;
            }
        }

        if (!searching)
        {
            var taken = _steps[index].Patterns.Count - remaining.Count;
            Fail(new Failure(index, taken, line, remaining, _steps[index].Interleaved, Forbidden: null, captures));
        }

        return null;
    }

    private ImmutableDictionary<string, string>? Attempt(LinePattern pattern, int line, ImmutableDictionary<string, string> captures) =>
        ++_attempts > MaximumAttempts ? null : pattern.Match(lines[line].Text, captures);

    private void Fail(Failure failure)
    {
        if (_furthest is null || (failure.Step, failure.Taken, failure.Line).CompareTo((_furthest.Step, _furthest.Taken, _furthest.Line)) > 0)
        {
            _furthest = failure;
        }
    }

    private Mismatch Explain(Failure failure)
    {
        var line = failure is { Searching: true, Forbidden: null } ? Nearest(failure) : failure.Line;

        TextLine? actual = line < lines.Count ? lines[line] : null;
        return new Mismatch(
            expectation.File,
            failure.Forbidden?.Line ?? (failure.Expected is [var first, ..] ? first.Line : 0),
            [.. failure.Expected.Select(pattern => pattern.Source)],
            failure.Forbidden?.Source,
            failure.Searching,
            Range(line - 2, line),
            actual,
            Range(line + 1, line + 3),
            failure.Captures,
            _attempts > MaximumAttempts);
    }

    private IReadOnlyList<TextLine> Range(int start, int end) => [.. lines.Take(end).Skip(Math.Max(start, 0))];

    /// <summary>The first line after the gap's start that begins like the awaited one, most likely the one that is meant; else the end.</summary>
    private int Nearest(Failure failure)
    {
        for (var line = failure.Line; line < lines.Count; line++)
        {
            if (failure.Expected.Any(pattern => pattern.Head.Length > 0 && lines[line].Text.StartsWith(pattern.Head, StringComparison.Ordinal)))
            {
                return line;
            }
        }

        return lines.Count;
    }
}
