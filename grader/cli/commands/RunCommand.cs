using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Euralios.Grader.Boot;
using Euralios.Sdk.Archive;
using Euralios.Sdk.Elf;
using Euralios.Sdk.Symbols;

namespace Euralios.Grader.Cli.Commands;

/// <summary><c>kit run PROGRAM.cs</c>: one C# file as a program of EuraliOS.</summary>
internal static class RunCommand
{
    // What a program of one file has in .NET without saying so, as far as EuraliOS has it.
    private const string Usings =
        "global using System;\nglobal using System.Collections.Generic;\nglobal using System.IO;\nglobal using System.Linq;\nglobal using System.Threading;\n";

    // The processes that a program needs around it.
    private static readonly string[] Servers = ["init", "ramdisk", "serial"];

    public static Command Create()
    {
        var program = new Argument<string>("program") { Description = "A C# file", HelpName = "PROGRAM.cs" };
        var words = new Argument<string[]>("arguments") { Description = "The program's arguments", HelpName = "ARGUMENT", Arity = ArgumentArity.ZeroOrMore };
        var files = new Option<string[]>("--file")
        {
            Description = "A file that the program finds in its current directory; more than one may be given",
            HelpName = "FILE",
        };
        var memory = new Option<int>("--memory") { Description = "Megabytes of memory", HelpName = "N", DefaultValueFactory = _ => 128 };
        var command = new Command(
            "run",
            "Compiles one C# file for EuraliOS, and runs it there. Its standard output is this command's, its status too. Standard input is the terminal "
            + "(Ctrl-A X ends the machine), or what is redirected.")
        {
            program, words, files, memory,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.RepositoryRoot(),
            parsed.GetValue(program)!,
            parsed.GetValue(words) ?? [],
            parsed.GetValue(files) ?? [],
            parsed.GetValue(memory),
            cancellation));
        return command.WithExamples("./kit run hello.cs", "./kit run --file text.txt words.cs text.txt", "echo 'some text' | ./kit run words.cs");
    }

    private static async Task<int> RunAsync(
        string root, string program, string[] words, string[] files, int memory, CancellationToken cancellation)
    {
        foreach (var file in files.Prepend(program))
        {
            if (!File.Exists(file))
                throw new UsageException($"There is no file {file}.");
        }

        var kernel = ReferenceKernel.Build(root);
        ReferencePrograms.Build(root);
        var (name, image) = Compile(root, Path.GetFullPath(program));
        byte[]? input = Console.IsInputRedirected ? await ReadInputAsync(cancellation) : null;
        var archive = Path.Combine(Path.GetTempPath(), $"run-{Guid.NewGuid():n}.tar");
        try
        {
            using (var stream = File.Create(archive))
                BootArchive.Write(stream, [.. Contents(root, name, image, words, files, input)]);
            using var terminal = input is null ? new TerminalMode() : null;
            using var output = Console.OpenStandardOutput();
            var symbols = new Lazy<Symbolizer>(() => Symbolizer.Load(image));
            var filter = new SerialFilter(Symbolizer.Load(kernel), process => process == name ? symbols.Value : ReferencePrograms.Symbols(root)(process));
            var run = new RunOutput(piece => filter.Write(piece, output), plainLines: Console.IsOutputRedirected);
            var end = await PersonBoot.RunAsync(
                new(memory), kernel, archive, "", input is null ? null : TypedText.Nothing, piece => run.Write(piece.Span), null, cancellation);
            if (run.Status is { } status)
                return status;
            Console.Error.WriteLine($"The program did not end: {(run.Problem.Length > 0 ? run.Problem : $"QEMU ended with status {end.Status}. {end.Messages}")}");
            return ExitCode.Failed;
        }
        finally
        {
            File.Delete(archive);
        }
    }

    private static async Task<byte[]> ReadInputAsync(CancellationToken cancellation)
    {
        using var input = Console.OpenStandardInput();
        var bytes = new MemoryStream();
        await input.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }

    private static IEnumerable<(string Name, byte[] Contents)> Contents(
        string root, string name, string image, string[] words, string[] files, byte[]? input)
    {
        foreach (var server in Servers)
        {
            var path = Path.Combine(root, "reference", "programs", server, "bin", server);
            yield return (server, LoadableImage.Of(path, File.ReadAllBytes(path)));
        }

        yield return (name, LoadableImage.Of(image, File.ReadAllBytes(image)));
        yield return ("run/command", Encoding.UTF8.GetBytes(string.Join('\n', words.Prepend(name))));
        if (input is not null)
            yield return ("run/input", input);
        foreach (var file in files)
            yield return ("files/" + Path.GetFileName(file), File.ReadAllBytes(file));
    }

    /// <summary>Builds the file in a project of its own, which is kept: the next time only what changed is built.</summary>
    private static (string Name, string Image) Compile(string root, string program)
    {
        var name = new string([.. Path.GetFileNameWithoutExtension(program).Select(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' ? c : '_')]);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(program)))[..12];
        var folder = Path.Combine(root, "grader", "cli", "obj", "run", $"{name}-{hash}");
        Directory.CreateDirectory(folder);
        var project = Path.Combine(folder, name + ".csproj");
        WriteIfChanged(Path.Combine(folder, "Usings.cs"), Usings);
        WriteIfChanged(project, Project(root, program));
        ProjectBuild.EnsureBuilt(
            project, program, [program, project, .. ReferencePrograms.Libraries(root).SelectMany(ProjectBuild.Sources)]);
        return (name, Path.Combine(folder, "bin", name));
    }

    private static string Project(string root, string program)
    {
        string targets = Path.Combine(root, "reference", "sdk", "targets");
        return string.Create(CultureInfo.InvariantCulture, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <Import Project="{Escape(targets)}/Freestanding.props" />
              <!-- It is a person's file: it need not be written as the kit's are. -->
              <PropertyGroup>
                <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
                <EnableNETAnalyzers>false</EnableNETAnalyzers>
                <EnforceCodeStyleInBuild>false</EnforceCodeStyleInBuild>
                <GenerateDocumentationFile>false</GenerateDocumentationFile>
                <NoWarn>$(NoWarn);CS1591;CS8321</NoWarn>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="{Escape(program)}" />
              </ItemGroup>
              <Import Project="{Escape(targets)}/Program.targets" />
            </Project>
            """);
    }

    private static string Escape(string path) => System.Security.SecurityElement.Escape(path);

    private static void WriteIfChanged(string path, string contents)
    {
        if (!File.Exists(path) || File.ReadAllText(path) != contents)
            File.WriteAllText(path, contents);
    }
}
