using System.Text.RegularExpressions;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Tests.Handouts;

/// <summary><c>handouts/tracing.md</c> names the events that the source writes, and no others.</summary>
internal sealed partial class TracingTests
{
    private static readonly string Root = Toolchain.RepositoryRoot;

    /// <summary>Where events are written: the kernel, what labs share, and each lab's scenarios and image.</summary>
    private static IEnumerable<string> Folders =>
    [
        Path.Combine(Root, "reference", "kernel"),
        .. new[] { "guest", "program", "init" }.Select(part => Path.Combine(Root, "labs", "framework", part)),
        .. Directory.GetDirectories(Path.Combine(Root, "labs")).SelectMany(lab => new[] { Path.Combine(lab, "scenarios"), Path.Combine(lab, "image") }).Where(Directory.Exists),
    ];

    [Test]
    public void Every_event_is_documented() => Assert.That(Written().Except(Documented()), Is.Empty, "not in handouts/tracing.md");

    [Test]
    public void Every_documented_event_is_written() => Assert.That(Documented().Except(Written()), Is.Empty, "in handouts/tracing.md, and nowhere else");

    [Test]
    public void No_event_is_documented_twice() => Assert.That(Documented(), Is.Unique);

    private static List<string> Documented() =>
        [.. DocumentedEvent().Matches(File.ReadAllText(Path.Combine(Root, "handouts", "tracing.md"))).Select(match => match.Groups[1].Value)];

    /// <summary>An event's name may also be passed along; so in a file that writes events every string of that form counts.</summary>
    private static List<string> Written() =>
    [
        .. Folders.SelectMany(Sources).Select(File.ReadAllText)
            .Where(text => text.Contains("Trace.Event(", StringComparison.Ordinal))
            .SelectMany(text => WrittenEvent().Matches(text)).Select(match => match.Groups[1].Value).Distinct(),
    ];

    private static IEnumerable<string> Sources(string folder) =>
        Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "tests"));

    [GeneratedRegex(@"^\| `([a-z]+\.[a-z-]+)` \|", RegexOptions.Multiline)]
    private static partial Regex DocumentedEvent();

    [GeneratedRegex("\"([a-z]+\\.[a-z-]+)\"")]
    private static partial Regex WrittenEvent();
}
