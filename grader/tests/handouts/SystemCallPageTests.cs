using System.Text.RegularExpressions;
using Euralios.Sdk.Build;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Euralios.Grader.Tests.Handouts;

/// <summary>The pages in <c>handouts/syscalls</c> say what the kernel's source says, and their examples compile.</summary>
internal sealed partial class SystemCallPageTests
{
    private static readonly string Root = Toolchain.RepositoryRoot;
    private static readonly string Pages = Path.Combine(Root, "handouts", "syscalls");
    private static readonly string Index = File.ReadAllText(Path.Combine(Pages, "README.md"));

    private static IEnumerable<string> PageNames => Directory.GetFiles(Pages, "*.md").Select(file => Path.GetFileName(file)).Where(name => name != "README.md").Order();

    [Test]
    public void Every_system_call_has_its_page_and_every_page_its_call() =>
        Assert.That(PageNames, Is.EquivalentTo(Calls().Select(call => $"{call.Number:00}-{call.Name.Replace('_', '-')}.md")));

    [Test]
    public void The_index_lists_the_calls_of_the_kernel() =>
        Assert.That(
            IndexRow().Matches(Index).Select(row => (int.Parse(row.Groups[1].Value), row.Groups[2].Value, row.Groups[3].Value)),
            Is.EqualTo(Calls().Select(call => (call.Number, call.Name, $"{call.Number:00}-{call.Name.Replace('_', '-')}.md"))));

    [TestCaseSource(nameof(PageNames))]
    public void A_page_is_about_its_call(string page)
    {
        string text = File.ReadAllText(Path.Combine(Pages, page));
        (int number, string name) = Calls().Single(call => page == $"{call.Number:00}-{call.Name.Replace('_', '-')}.md");
        Assert.That(text, Does.StartWith($"# {number} {name}\n"));
        Assert.That(Numbered().Match(text).Groups[1].Value, Is.EqualTo($"{number}"), "the number in RAX");
    }

    [Test]
    public void The_errors_are_those_of_the_kernel() =>
        Assert.That(
            ErrorRow().Matches(Index).Select(row => (int.Parse(row.Groups[1].Value), row.Groups[2].Value)),
            Is.EqualTo(EnumMembers("reference/kernel/abi/ErrorCode.cs")));

    [Test]
    public void The_errors_texts_are_those_of_the_library()
    {
        Dictionary<string, string> texts = ErrorText().Matches(Source("reference/std/syscalls/Error.cs")).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);
        foreach (Match row in ErrorRow().Matches(Index))
            Assert.That(row.Groups[3].Value, Is.EqualTo(texts[row.Groups[2].Value]), row.Groups[2].Value);
    }

    [Test]
    public void The_pages_name_only_errors_that_there_are([ValueSource(nameof(PageNames))] string page)
    {
        int[] known = [.. EnumMembers("reference/kernel/abi/ErrorCode.cs").Select(member => member.Number)];
        bool inTable = false;
        foreach (string line in File.ReadLines(Path.Combine(Pages, page)))
        {
            inTable = line.StartsWith("| error |", StringComparison.Ordinal) || (inTable && line.StartsWith('|'));
            if (inTable && int.TryParse(line.Split('|')[1], out int code))
                Assert.That(known, Does.Contain(code), line);
        }
    }

    [Test]
    public void The_constants_that_are_named_are_in_the_source([ValueSource(nameof(PageNames))] string page)
    {
        foreach (Match limit in Constant().Matches(File.ReadAllText(Path.Combine(Pages, page))))
        {
            string[] files = Directory.GetFiles(Path.Combine(Root, "reference", "kernel"), limit.Groups[1].Value + ".cs", SearchOption.AllDirectories);
            Assert.That(files, Has.Length.EqualTo(1), limit.Value);
            Assert.That(File.ReadAllText(files[0]), Does.Match($@"const \w+ {limit.Groups[2].Value}\b"), limit.Value);
        }
    }

    [Test]
    public void Links_lead_somewhere()
    {
        foreach (string file in Directory.GetFiles(Pages))
        {
            foreach (Match link in Link().Matches(File.ReadAllText(file)))
                Assert.That(File.Exists(Path.Combine(Pages, link.Groups[1].Value)), $"{Path.GetFileName(file)}: {link.Value}");
        }
    }

    /// <summary>All examples in one compilation with the sources of the core library and the standard library.</summary>
    [Test]
    public void The_examples_compile()
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview, preprocessorSymbols: ["EURALIOS"]);
        IEnumerable<SyntaxTree> libraries = new[] { "corelib", "std" }.SelectMany(folder => LibrarySources(Path.Combine(Root, "reference", folder)))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), options, file));
        IEnumerable<SyntaxTree> examples = Directory.GetFiles(Pages).SelectMany(
            page => Example().Matches(File.ReadAllText(page)).Select((example, number) => CSharpSyntaxTree.ParseText(
                $"using System;\nusing Euralios.Std;\ninternal static class Page{Path.GetFileNameWithoutExtension(page).Replace('-', '_')}_{number}\n{{\n{example.Groups[1].Value}}}\n",
                options,
                Path.GetFileName(page))));
        var compilation = CSharpCompilation.Create(
            "examples",
            [.. libraries, .. examples],
            options: new(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        Assert.That(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
        Assert.That(compilation.SyntaxTrees.Count(tree => tree.FilePath.EndsWith(".md", StringComparison.Ordinal)), Is.EqualTo(Calls().Count() + 1), "one each");
    }

    private static IEnumerable<string> LibrarySources(string folder) =>
        Directory.GetFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "tests"));

    /// <summary>The kernel's calls, by the names that the pages use: <c>ForkThread</c> is fork_thread.</summary>
    private static IEnumerable<(int Number, string Name)> Calls() =>
        EnumMembers("reference/kernel/syscalls/SystemCall.cs").Select(member => (member.Number, Capital().Replace(member.Name, "_$0").TrimStart('_').ToLowerInvariant()));

    private static IEnumerable<(int Number, string Name)> EnumMembers(string file) =>
        EnumMember().Matches(Source(file)).Select(match => (int.Parse(match.Groups[2].Value), match.Groups[1].Value));

    private static string Source(string file) => File.ReadAllText(Path.Combine([Root, .. file.Split('/')]));

    [GeneratedRegex(@"^ +(\w+) = (\d+),", RegexOptions.Multiline)]
    private static partial Regex EnumMember();

    [GeneratedRegex("[A-Z]")]
    private static partial Regex Capital();

    [GeneratedRegex(@"^\| (\d+) \| \[(\w+)\]\(([\w.-]+)\) \|", RegexOptions.Multiline)]
    private static partial Regex IndexRow();

    [GeneratedRegex(@"^\| RAX \| (?:bits 0 to 7: )?(\d+)", RegexOptions.Multiline)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^\| (\d+) \| `(\w+)` \| (.*?) \|", RegexOptions.Multiline)]
    private static partial Regex ErrorRow();

    [GeneratedRegex(@"Error\.(\w+) => ""(.*)""")]
    private static partial Regex ErrorText();

    [GeneratedRegex(@"`([A-Z]\w+)\.([A-Z]\w+)` \(")]
    private static partial Regex Constant();

    [GeneratedRegex(@"\]\(([\w.-]+\.md)(#[\w-]+)?\)")]
    private static partial Regex Link();

    [GeneratedRegex("^```csharp\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Example();
}
