using Euralios.Grader.Lab;
using Euralios.Grader.Result;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Pipeline;

/// <summary>Why a submission never came to a boot: the same for every check.</summary>
/// <param name="Reason">One line.</param>
/// <param name="Details">Further lines.</param>
internal sealed record Refusal(string Reason, IReadOnlyList<string> Details)
{
    private const int MaximumMessages = 20;

    /// <summary>Files are missing, or were not taken.</summary>
    public static Refusal OfFiles(IReadOnlyList<string> problems) => new(problems[0], [.. problems.Skip(1)]);

    /// <summary>There is no image.</summary>
    /// <param name="messages">Why there is none.</param>
    /// <param name="own">The submission's own files. What is said of them comes first: the rest often only follows from it.</param>
    public static Refusal OfBuild(IReadOnlyList<BuildMessage> messages, IReadOnlyCollection<string> own)
    {
        // What has no code of the compiler's is about the build as a whole, and its text is the reason.
        if (messages is [{ Path.Length: 0 } alone])
            return new(alone.Text, []);

        IEnumerable<string> shown = messages.OrderBy(message => own.Contains(message.Path) ? 0 : 1).Take(MaximumMessages).Select(message => message.ToString());
        if (messages.Count > MaximumMessages)
            shown = shown.Append($"and {messages.Count - MaximumMessages} more");

        var compiles = messages.All(message => !message.Code.StartsWith("CS", StringComparison.Ordinal));
        return new(compiles ? "is not accepted" : "does not compile", [.. shown]);
    }

    /// <summary>Every check's result: what waits for another is skipped, as ever.</summary>
    public IReadOnlyList<CheckResult> Judge(IEnumerable<CheckDefinition> checks, Func<CheckDefinition, string> repeat) =>
    [
        .. checks.Select(check => check.After.Count == 0
            ? new CheckResult(
                check.Id, check.Task, check.Title, Outcome.Failed, 0, check.Points, Reason, Details, Hint: null, repeat(check))
            : new CheckResult(
                check.Id, check.Task, check.Title, Outcome.Skipped, 0, check.Points, Reason, [], Hint: null, Repeat: null)),
    ];
}
