using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using Euralios.Sdk.Build;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;

namespace Euralios.Grader.Image;

/// <summary>What the host program wrote, or why it wrote nothing more.</summary>
/// <param name="Output">Its standard output: trace lines, as the guest writes them on COM2.</param>
/// <param name="Problem">Why it did not end by itself with exit code 0, or null.</param>
/// <param name="Details">The compiler's messages, or the first lines of its error stream.</param>
public sealed record HostRun(string Output, string? Problem, IReadOnlyList<string> Details);

/// <summary>
/// The pure part of a submission under ordinary .NET: compiled with the lab's table of cases and run in a child process with limits.
/// It is a stranger's code on this machine, so it is only run for the student who wrote it.
/// </summary>
public static class HostProgram
{
    private const int MaximumOutput = 1024 * 1024;
    private const int MemoryMiB = 512;
    private const int ErrorLines = 12;
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(3);

    /// <summary>Compiles and runs.</summary>
    /// <param name="responseFile">The host project's compiler options and source list.</param>
    /// <param name="replacements">The submission's files.</param>
    /// <param name="folder">An existing folder for the assembly.</param>
    /// <param name="seed">The program's argument: 16 hexadecimal digits.</param>
    /// <param name="cancellation">Ends the program.</param>
    public static async Task<HostRun> RunAsync(
        string responseFile, IReadOnlyList<SourceReplacement> replacements, string folder, string seed, CancellationToken cancellation)
    {
        var assembly = Path.Combine(folder, "host.dll");
        var errors = Compile(responseFile, replacements, assembly, cancellation);
        if (errors.Count > 0)
            return new("", "does not compile", errors);

        var configuration = Path.Combine(folder, "host.runtimeconfig.json");
        await File.WriteAllTextAsync(configuration, RuntimeConfiguration(), cancellation).ConfigureAwait(false);
        return await RunAsync(["exec", "--runtimeconfig", configuration, assembly, seed], cancellation).ConfigureAwait(false);
    }

    private static List<string> Compile(
        string responseFile, IReadOnlyList<SourceReplacement> replacements, string output, CancellationToken cancellation)
    {
        var project = CompilerArguments.Read(responseFile);
        var replaced = replacements.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var trees = project.Sources.Select(path =>
        {
            var (text, shown) = replaced.TryGetValue(path, out var replacement)
                ? (replacement.Text, replacement.DisplayPath)
                : (File.ReadAllText(path), path);
            return CSharpSyntaxTree.ParseText(
                SourceText.From(text, Encoding.UTF8), project.Parsed.ParseOptions, shown, cancellation);
        });
        var compilation = CSharpCompilation.Create(
            "host",
            trees,
            project.References.Select(path => MetadataReference.CreateFromFile(path)),
            project.Parsed.CompilationOptions.WithOutputKind(OutputKind.ConsoleApplication));
        using var file = File.Create(output);
        var result = compilation.Emit(
            file, options: new(debugInformationFormat: DebugInformationFormat.Embedded), cancellationToken: cancellation);
        return result.Success ? [] : [.. Errors(result.Diagnostics)];
    }

    private static IEnumerable<string> Errors(ImmutableArray<Diagnostic> diagnostics) =>
        diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic =>
        {
            var position = diagnostic.Location.GetLineSpan();
            return new BuildMessage(
                position.Path ?? "", position.StartLinePosition.Line + 1, position.StartLinePosition.Character + 1,
                diagnostic.Id, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)).ToString();
        });

    /// <summary>The framework that this process runs on.</summary>
    private static string RuntimeConfiguration() => $$"""
        {
          "runtimeOptions": {
            "tfm": "net{{Environment.Version.Major}}.{{Environment.Version.Minor}}",
            "framework": { "name": "Microsoft.NETCore.App", "version": "{{Environment.Version.ToString(3)}}" },
            "configProperties": { "System.Globalization.Invariant": true }
          }
        }
        """;

    private static async Task<HostRun> RunAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = Process.Start(ChildProcess.Start(DotNet.Program, arguments, MemoryMiB))!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(TimeLimit);
        var output = new StringBuilder();
        var errors = new StringBuilder();
        try
        {
            process.StandardInput.Close();
            var complaints = ReadAsync(process.StandardError, errors, limit.Token);
            if (!await ReadAsync(process.StandardOutput, output, limit.Token).ConfigureAwait(false))
                return new(output.ToString(), $"writes more than {MaximumOutput / 1024} KiB", []);

            await complaints.ConfigureAwait(false);
            await process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
            return process.ExitCode == 0
                ? new(output.ToString(), null, [])
                : new(output.ToString(), $"ends with exit code {process.ExitCode}", [.. errors.ToString().Split('\n').Take(ErrorLines)]);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(output.ToString(), $"does not end within {TimeLimit.TotalSeconds:0} s", []);
        }
        finally
        {
            ChildProcess.End(process);
        }
    }

    /// <summary>Reads to the end; false when there is more than <see cref="MaximumOutput"/>.</summary>
    private static async Task<bool> ReadAsync(TextReader reader, StringBuilder text, CancellationToken cancellation)
    {
        var buffer = new char[4096];
        while (true)
        {
            var count = await reader.ReadAsync(buffer, cancellation).ConfigureAwait(false);
            if (count == 0)
                return true;

            text.Append(buffer, 0, Math.Min(count, MaximumOutput - text.Length));
            if (text.Length == MaximumOutput)
                return false;
        }
    }
}
