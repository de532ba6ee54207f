using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Euralios.Sdk.Assembly;
using Euralios.Sdk.Elf;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Euralios.Sdk.Build;

/// <summary>
/// Builds images in process. Syntax trees and references of files that did not change are kept, so that one instance builds
/// image after image at the cost of what differs. Safe to use from several threads.
/// </summary>
/// <param name="clock">Seconds since any moment, by which the stages are measured; without it those of the wall clock.</param>
public sealed class ImageBuilder(Func<double>? clock = null)
{
    private static readonly Lazy<byte[]> KernelCode = new(KernelStubs.ObjectFile);
    private static readonly Lazy<byte[]> ProgramCode = new(ProgramStubs.ObjectFile);
    private static readonly Lazy<byte[]> TrialCode = new(TrialStubs.ObjectFile);

    private readonly Func<double> clock = clock ?? (static () => (double)Stopwatch.GetTimestamp() / Stopwatch.Frequency);
    private readonly ConcurrentDictionary<(string Path, DateTime Changed, string Options), SyntaxTree> trees = new();
    private readonly ConcurrentDictionary<(string Path, DateTime Changed), MetadataReference> references = new();
    private readonly ConcurrentDictionary<(string Path, DateTime Changed), CompilerArguments> arguments = new();

    /// <summary>Compiles and links an image.</summary>
    /// <param name="responseFile">The compiler's arguments, which MSBuild wrote to <c>obj/image.rsp</c> of the image's project.</param>
    /// <param name="replacements">Files to compile in the place of the image's own.</param>
    /// <param name="outputImage">Where the image goes; its folder also receives the assembly and the objects.</param>
    /// <param name="inspect">Looks at a compilation without errors before anything native is made of it; messages end the build.</param>
    /// <param name="cancellation">Ends the build.</param>
    /// <exception cref="ToolMissingException">ILC or the linker is not installed.</exception>
    public ImageBuild Build(
        string responseFile,
        IReadOnlyList<SourceReplacement> replacements,
        string outputImage,
        Func<CSharpCompilation, IReadOnlyList<BuildMessage>>? inspect,
        CancellationToken cancellation)
    {
        var stages = new Dictionary<string, double>();
        double last = clock();
        string folder = Path.GetDirectoryName(Path.GetFullPath(outputImage))!;
        Directory.CreateDirectory(folder);

        CompilerArguments image = ReadArguments(responseFile);
        CSharpCompilation compilation = Parse(image, replacements, cancellation);
        Stage("parse");

        // Emitting binds every method once; asking for the errors first would bind them all twice.
        string assembly = Path.Combine(folder, compilation.AssemblyName + ".dll");
        IReadOnlyList<BuildMessage> messages = EmitAssembly(compilation, image, assembly, cancellation);
        Stage("emit");
        if (messages.Count == 0 && inspect is not null)
        {
            messages = inspect(compilation);
            Stage("inspect");
        }

        if (messages.Count == 0)
            messages = Native(image.Kind, assembly, image.Libraries, outputImage, Stage, cancellation);

        return new ImageBuild(messages.Count == 0 ? outputImage : null, messages, stages);

        void Stage(string name)
        {
            double now = clock();
            stages[name] = now - last;
            last = now;
        }
    }

    /// <summary>From an assembly to an image: ILC, the rules of the kind, the linker. Both callers of the build end here.</summary>
    /// <param name="kind">Kernel or program.</param>
    /// <param name="assembly">The image's own assembly; the objects go beside it.</param>
    /// <param name="libraries">What it stands on, the core library last.</param>
    /// <param name="outputImage">Where the image goes.</param>
    /// <param name="stage">Told the name of each stage as it ends.</param>
    /// <param name="cancellation">Ends the build.</param>
    public static IReadOnlyList<BuildMessage> Native(
        ImageKind kind, string assembly, IReadOnlyList<string> libraries, string outputImage, Action<string> stage, CancellationToken cancellation)
    {
        if (kind == ImageKind.Program && ProgramRules.Check(assembly) is { Count: > 0 } refusals)
            return refusals;

        string compiled = Path.ChangeExtension(assembly, ".o");
        if (NativeTools.Compile(kind, assembly, libraries, compiled, cancellation) is { } compilerText)
            return [new BuildMessage("", 0, 0, "ILC", WithoutStackTrace(compilerText))];
        stage("ilc");

        if (kind == ImageKind.Kernel)
        {
            IReadOnlyList<RuleViolation> violations = KernelRules.Check(ElfFile.Load(compiled));
            stage("rules");
            if (violations.Count > 0)
                return [.. violations.Select(violation => new BuildMessage("", 0, 0, violation.Code, $"{violation.Method} {violation.Rule}"))];
        }

        string folder = Path.GetDirectoryName(assembly)!;
        string stubs = Path.Combine(folder, "stubs.o");
        File.WriteAllBytes(stubs, (kind == ImageKind.Kernel ? KernelCode : ProgramCode).Value);
        var onDemand = new List<string>();
        if (kind == ImageKind.Program)
        {
            onDemand.Add(Path.Combine(folder, "trial.o"));
            File.WriteAllBytes(onDemand[0], TrialCode.Value);
        }

        if (NativeTools.Link(kind, [compiled, stubs], onDemand, outputImage, cancellation) is { } linkerText)
            return [new BuildMessage("", 0, 0, "LLD", linkerText)];
        stage("link");
        return [];
    }

    /// <summary>The method that ILC stumbled over, and the cause at the bottom: what a person can use of its report.</summary>
    private static string WithoutStackTrace(string text)
    {
        string[] lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        string? cause = lines.LastOrDefault(line => line.StartsWith("--->", StringComparison.Ordinal));
        return cause is null ? lines.FirstOrDefault() ?? "failed without a word" : $"{lines[0]} ({cause[4..].Trim()})";
    }

    private CompilerArguments ReadArguments(string path) =>
        arguments.GetOrAdd((path, File.GetLastWriteTimeUtc(path)), static key => CompilerArguments.Read(key.Path));

    private CSharpCompilation Parse(CompilerArguments image, IReadOnlyList<SourceReplacement> replacements, CancellationToken cancellation)
    {
        Dictionary<string, SourceReplacement> replaced = replacements.ToDictionary(replacement => Path.GetFullPath(replacement.Path));
        var sources = new List<SyntaxTree>(image.Sources.Length);
        foreach (string source in image.Sources)
        {
            sources.Add(replaced.Remove(source, out SourceReplacement? replacement)
                ? CSharpSyntaxTree.ParseText(Text(Encoding.UTF8.GetBytes(replacement.Text)), image.Parsed.ParseOptions, replacement.DisplayPath, cancellation)
                : Tree(source, image));
        }

        if (replaced.Count > 0)
            throw new ArgumentException($"{replaced.Keys.First()} is not among the files of {image.Path}", nameof(replacements));
        return CSharpCompilation.Create(
            image.Parsed.CompilationName ?? Path.GetFileNameWithoutExtension(image.Parsed.OutputFileName),
            sources,
            image.References.Select(path => references.GetOrAdd(
                (path, File.GetLastWriteTimeUtc(path)), static key => MetadataReference.CreateFromFile(key.Path))),
            Options(image));
    }

    private SyntaxTree Tree(string path, CompilerArguments image) => trees.GetOrAdd(
        (path, File.GetLastWriteTimeUtc(path), string.Join(';', image.Parsed.ParseOptions.PreprocessorSymbolNames)),
        key => CSharpSyntaxTree.ParseText(Text(File.ReadAllBytes(key.Path)), image.Parsed.ParseOptions, key.Path));

    // The compiler hashes a file's bytes for the debug information, so the bytes are what it must be given.
    private static SourceText Text(byte[] bytes) => SourceText.From(bytes, bytes.Length, Encoding.UTF8, SourceHashAlgorithm.Sha256, canBeEmbedded: true);

    // Only a replacement's path can be relative, and it is so to the repository: a debugger must find the student's file.
    private static CSharpCompilationOptions Options(CompilerArguments image) => image.Parsed.CompilationOptions
        .WithSourceReferenceResolver(new SourceFileResolver([], Toolchain.RepositoryRoot, image.Parsed.PathMap))
        .WithConcurrentBuild(false);

    private static IReadOnlyList<BuildMessage> EmitAssembly(
        CSharpCompilation compilation, CompilerArguments image, string path, CancellationToken cancellation)
    {
        using var stream = new MemoryStream();
        using Stream version = compilation.CreateDefaultWin32Resources(versionResource: true, image.Parsed.NoWin32Manifest, null, null);
        EmitOptions options = image.Parsed.EmitOptions.WithPdbFilePath(
            image.Parsed.EmitOptions.PdbFilePath ?? Path.ChangeExtension(image.Parsed.OutputFileName, ".pdb")!);
        EmitResult result = compilation.Emit(stream, win32Resources: version, options: options, cancellationToken: cancellation);
        if (!result.Success)
            return Errors(result.Diagnostics);
        File.WriteAllBytes(path, stream.ToArray());
        return [];
    }

    private static List<BuildMessage> Errors(IEnumerable<Diagnostic> diagnostics)
    {
        var messages = new List<BuildMessage>();
        foreach (Diagnostic diagnostic in diagnostics.Where(diagnostic => !diagnostic.IsSuppressed))
        {
            // A warning that the project turns into an error is one here as well.
            if (diagnostic.Severity != DiagnosticSeverity.Error && !diagnostic.IsWarningAsError)
                continue;
            FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
            messages.Add(new BuildMessage(
                place.Path ?? "", place.StartLinePosition.Line + 1, place.StartLinePosition.Character + 1, diagnostic.Id, diagnostic.GetMessage()));
        }

        return messages;
    }
}
