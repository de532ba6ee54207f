extern alias analyzers;

using System.Collections.Immutable;
using System.Diagnostics;
using analyzers::Euralios.Sdk.Analyzers;
using Euralios.Sdk.Build;
using Euralios.Sdk.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Euralios.Sdk.Tests.Programs;

/// <summary>What a program must not have is shown at its place in the source; here that stands between ⟦ and ⟧.</summary>
internal sealed class ProgramAnalyzerTests
{
    [TestCase("EOS001", "class C { void M() { try { } ⟦catch⟧ { } } }")]
    [TestCase("EOS001", "class C { void M() { try { } ⟦catch⟧ (System.Exception e) when (e.Message == \"\") { } finally { } } }")]
    [TestCase("EOS001", "class C { void M() { try { } ⟦catch⟧ (System.InvalidOperationException) { } ⟦catch⟧ (System.Exception) { } } }")]
    [TestCase("EOS001", "class C { static System.Action a = () => { try { } ⟦catch⟧ { } }; }")]
    [TestCase("EOS001", "class C { int P { get { try { return 1; } ⟦catch⟧ { return 2; } } } }")]
    [TestCase("EOS001", "class C { System.Collections.Generic.IEnumerable<int> M() { try { } ⟦catch⟧ { } yield return 1; } }")]
    [TestCase("EOS001", "try { Main(); } ⟦catch⟧ { } static void Main() { }")]
    [TestCase("EOS002", "class C { ~⟦C⟧() { } }")]
    [TestCase("EOS003", "class C { void M() { lock (⟦this⟧) { } } }")]
    [TestCase("EOS003", "class C { object guard = new System.Threading.Lock(); void M() { lock (⟦guard⟧) { } } }")]
    [TestCase("EOS003", "class C { void M() { bool taken = false; ⟦System.Threading.Monitor.Enter(this, ref taken)⟧; } }")]
    [TestCase("EOS004", "class C { int M() { return (⟦new int[3, 3]⟧).Length; } }")]
    [TestCase("EOS004", "class C { int[,] board = ⟦{ { 1, 2 }, { 3, 4 } }⟧; }")]
    [TestCase("EOS005", "class C { public virtual T ⟦Same⟧<T>(T value) => value; }")]
    [TestCase("EOS005", "abstract class C { public abstract T ⟦Same⟧<T>(T value); } class D : C { public override T ⟦Same⟧<T>(T value) => value; }")]
    [TestCase("EOS005", "interface I { T ⟦Same⟧<T>(T value); } class C : I { T I.⟦Same⟧<T>(T value) => value; }")]
    [TestCase("EOS006", "class C { T Make<T>() where T : new() => ⟦new T()⟧; }")]
    [TestCase("EOS006", "class C { C Make() => ⟦System.Activator.CreateInstance<C>()⟧; }")]
    [TestCase("EOS007", "class C { [System.ThreadStatic] static int ⟦count⟧; }")]
    [TestCase("EOS008", "class C { ⟦async⟧ void M() { } }")]
    [TestCase("EOS008", "class C { void M() { System.Action a = ⟦async⟧ () => { }; ⟦async⟧ void Local() { } } }")]
    [TestCase("EOS008", "⟦await⟧ Wait(); static object Wait() => null!;")]
    [TestCase("EOS009", "class C { void M() { ⟦dynamic⟧ d = 1; } object N(⟦dynamic⟧ d) => null!; }")]
    public void It_is_shown_at_its_place(string id, string marked)
    {
        (string source, TextSpan[] places) = Unmark(marked);
        Diagnostic[] found = Analyze(source);
        Assert.Multiple(() =>
        {
            Assert.That(found.Select(one => one.Location.SourceSpan), Is.EqualTo(places));
            Assert.That(found.Select(one => one.Id), Is.All.EqualTo(id));
            Assert.That(found.Select(one => one.Severity), Is.All.EqualTo(DiagnosticSeverity.Error));
            Assert.That(found.Select(one => one.GetMessage()), Is.All.EndsWith(ProgramRule.All.Single(rule => rule.Id == id).Sentence));
        });
    }

    [TestCase("class C { System.Threading.Lock guard = new(); void M() { lock (guard) { } } }")]
    [TestCase("class C { void M() { try { } finally { } using System.IDisposable? d = null; } }")]
    [TestCase("class C { int[][] M() => new int[3][]; int N(int[,] board) => board.Length; }")]
    [TestCase("class C { T Same<T>(T value) => value; public virtual void M() { } }")]
    [TestCase("interface I<T> { T Same(T value); static U Other<U>(U value) => value; }")]
    [TestCase("class C { int M() { int dynamic = 1, async = 2, await = 3; return dynamic + async + await; } }")]
    [TestCase("class C { C Make() => new C(); protected void Finalize(int _) { } }")]
    public void What_works_is_left_alone(string source) => Assert.That(Analyze(source), Is.Empty);

    [TestCase("class Pair<T> { Pair() { System.Action a = () => { try { } catch { } }; } }", "Pair..ctor catches exceptions: ")]
    [TestCase("try { Main(); } catch { } static void Main() { }", "Program.Main catches exceptions: ")]
    [TestCase("class C { void M() { Local(); void Local() { try { } catch { } } } }", "C.M catches exceptions: ")]
    [TestCase("class C { static System.Action a = () => { try { } catch { } }; }", "C.a catches exceptions: ")]
    [TestCase("class C { System.Collections.Generic.IEnumerable<int> M() { try { } catch { } yield return 1; } }", "C.M catches exceptions: ")]
    [TestCase("class C { [System.ThreadStatic] static int count; }", "C.count would be a field of each thread: ")]
    public void The_message_names_the_member(string source, string begin) =>
        Assert.That(Analyze(source).Select(one => one.GetMessage()), Has.One.StartsWith(begin));

    [Test]
    public void Every_rule_has_an_id_of_its_own_and_a_help_text()
    {
        DiagnosticDescriptor[] shown = [.. new ProgramAnalyzer().SupportedDiagnostics];
        Assert.Multiple(() =>
        {
            Assert.That(shown.Select(one => one.Id), Is.EqualTo(Enumerable.Range(1, shown.Length).Select(number => $"EOS{number:000}")));
            Assert.That(shown.Select(one => one.Description.ToString()), Is.Unique.And.All.Not.Empty);
            Assert.That(shown.Select(one => one.Title.ToString()), Is.Unique.And.All.Not.Empty);
        });
    }

    /// <summary>As in a lab or in the reference: a project that imports the targets.</summary>
    [Test]
    public void A_build_fails_with_file_line_and_column()
    {
        string folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "analyzed");
        Directory.CreateDirectory(folder);
        string targets = Path.Combine(Toolchain.RepositoryRoot, "reference", "sdk", "targets");
        File.WriteAllText(Path.Combine(folder, "analyzed.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="{targets}/Freestanding.props" />
              <Import Project="{targets}/Program.targets" />
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), """
            internal static class Program
            {
                private static void Main()
                {
                    try { System.Console.WriteLine(1); } catch (System.Exception) { }
                }
            }
            """);

        (int status, string output) = Build(folder);

        string expected = $"{Path.Combine(folder, "Program.cs")}(5,46): error EOS001: Program.Main {ProgramRule.Catch.Sentence}";
        string[] errors = [.. output.Split('\n').Where(line => line.Contains(": error ", StringComparison.Ordinal)).Distinct()];
        Assert.That(errors, Has.Length.EqualTo(1), output);
        Assert.That(errors[0], Does.StartWith(expected));
        Assert.That(status, Is.Not.Zero);
    }

    private static (int Status, string Output) Build(string folder)
    {
        string dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using var process = Process.Start(new ProcessStartInfo(dotnet, ["build", folder, "--nologo", "-v", "quiet"]) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output);
    }

    /// <summary>
    /// What the analyzer says of a program of one file, in the order of the places. Not an async method: that is a type with fields of the compiler's types,
    /// which are found only when something has run.
    /// </summary>
    private static Diagnostic[] Analyze(string source)
    {
        var arguments = CompilerArguments.Read(Path.Combine(Toolchain.RepositoryRoot, "reference", "programs", "hello", "obj", "image.rsp"));
        CSharpCompilation compilation = CSharpCompilation.Create(
            "sample",
            [CSharpSyntaxTree.ParseText(source, arguments.Parsed.ParseOptions)],
            arguments.References.Select(path => MetadataReference.CreateFromFile(path)),
            arguments.Parsed.CompilationOptions);
        ImmutableArray<Diagnostic> found = compilation
            .WithAnalyzers([new ProgramAnalyzer()])
            .GetAnalyzerDiagnosticsAsync(TestContext.CurrentContext.CancellationToken)
            .GetAwaiter().GetResult();
        return [.. found.OrderBy(one => one.Location.SourceSpan.Start)];
    }

    private static (string Source, TextSpan[] Places) Unmark(string marked)
    {
        var places = new List<TextSpan>();
        while (marked.IndexOf('⟦', StringComparison.Ordinal) is >= 0 and var begin)
        {
            marked = marked.Remove(begin, 1);
            int end = marked.IndexOf('⟧', StringComparison.Ordinal);
            marked = marked.Remove(end, 1);
            places.Add(TextSpan.FromBounds(begin, end));
        }

        return (marked, [.. places]);
    }
}
