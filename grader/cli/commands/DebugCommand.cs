using System.CommandLine;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Euralios.Grader.Boot;
using Euralios.Grader.Image;
using Euralios.Grader.Lab;
using Euralios.Grader.Pipeline;
using Euralios.Grader.Report;

namespace Euralios.Grader.Cli.Commands;

/// <summary><c>kit debug [NN]</c>: gdb on C# source, with the machine stopped before its first instruction.</summary>
internal static class DebugCommand
{
    public static Command Create()
    {
        var lab = new Argument<string?>("lab")
        {
            Description = "The lab; without it the reference's kernel",
            HelpName = "NN",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var solution = new Option<bool>("--solution") { Description = "The reference's solution instead of skeletons/" };
        var scenario = new Option<string?>("--scenario") { Description = "Which of the lab's boots; without it the first", HelpName = "NAME" };
        var seed = CommonOptions.Seed();
        var commands = new Option<string?>("--commands")
        {
            Description = "Run gdb without a terminal, with the commands of this file",
            HelpName = "FILE",
        };
        var command = new Command("debug", "Opens gdb on a lab's image, or on the reference.") { lab, solution, scenario, seed, commands };

        // Not asynchronous: then Ctrl-C would end this program, but it is gdb's.
        command.SetAction(parsed =>
        {
            var root = parsed.RepositoryRoot();
            var script = parsed.GetValue(commands);
            if (script is not null && !File.Exists(script))
                throw new UsageException($"There is no file {script}.");
            if (script is null && Console.IsInputRedirected)
                throw new UsageException("gdb needs a terminal. Without one: ./kit debug --commands FILE");
            if (Tools.Find(Tools.Debugger) is null)
                throw new UsageException($"{Tools.Debugger} is missing. {Tools.DebuggerFix}");

            var folder = Directory.CreateTempSubdirectory("debug-").FullName;
            try
            {
                var target = parsed.GetValue(lab) is { } name
                    ? OfLab(root, LabCatalog.Find(root, name), parsed.GetValue(solution), parsed.GetValue(scenario), parsed.GetValue(seed), folder)
                    : OfReference(root);
                return RunAsync(target, folder, script).GetAwaiter().GetResult();
            }
            finally
            {
                Directory.Delete(folder, recursive: true);
            }
        });
        return command.WithExamples("./kit debug 06", "./kit debug 06 --solution --scenario order", "./kit debug --commands script.gdb");
    }

    private static Target OfReference(string root) =>
        new(ReferenceKernel.Build(root), ReferencePrograms.Build(root), "", new(), Seed: null, "break kernel_Merriwig_Boot_Kernel__Main");

    private static Target OfLab(string root, LabDefinition lab, bool solution, string? scenario, RunSeed? seed, string folder)
    {
        var boot = scenario is null
            ? lab.Boots[0]
            : lab.Boots.FirstOrDefault(boot => boot.Id == scenario || boot.Scenario == scenario)
                ?? throw new UsageException(
                    $"{lab.Id} has no scenario {scenario}. Its scenarios are: {string.Join(", ", lab.Boots.Select(boot => boot.Id))}.");
        if (boot.Network is not null)
            throw new UsageException($"The boot {boot.Id} has a partner on the network, who is not there under a debugger: choose another with --scenario.");
        LabPreparation.EnsureBuilt(root, [lab]);
        var submission = solution ? OwnSubmission.Solution(root, lab) : OwnSubmission.Skeletons(root, lab);
        if (submission.Problems.Count > 0)
            throw new UsageException(string.Join('\n', submission.Problems));

        var used = seed ?? RunSeed.Random();
        var (request, messages) = PrepareAsync(root, new(lab, submission, AssemblyJudges.OfLab(lab.Folder), used), boot, folder).GetAwaiter().GetResult();
        if (request is null)
            throw new UsageException(string.Join('\n', messages));

        Console.WriteLine($"{lab.Id}, scenario {boot.Id}. The same again: ./kit debug {Report.Commands.Number(lab.Id)}"
            + $"{(solution ? " --solution" : "")} --scenario {boot.Id} --seed {used}");
        return new(request.Image, request.Archive, request.CommandLine, request.Machine, request.Archive is null ? request.Seed : null,
            $"break {submission.Files[0].Skeleton}:{FirstTask(submission.Files[0].Text)}")
        {
            Program = request.Program,
        };
    }

    private static async Task<(BootRequest? Boot, IReadOnlyList<Sdk.Build.BuildMessage> Messages)> PrepareAsync(
        string root, GradingRequest request, BootDefinition boot, string folder)
    {
        await using var session = GradingSession.Local(root, new InProcessImages(), 1);
        return await session.PrepareAsync(request, boot, folder, CancellationToken.None);
    }

    /// <summary>The line of a file's first task; gdb goes on from it to the next line with code.</summary>
    private static int FirstTask(string text) => Math.Max(1, 1 + Array.FindIndex(
        text.Split('\n'),
        line => line.Contains("#region Solution", StringComparison.Ordinal) || line.Contains("Unwritten.Task", StringComparison.Ordinal)));

    private static async Task<int> RunAsync(Target target, string folder, string? script)
    {

        // A script's output is read by a program, line by line: what the machine prints meanwhile must not fall into a line of gdb's.
        using var output = script is null ? Console.OpenStandardOutput() : Console.OpenStandardError();
        await using var machine = await DebuggedMachine.StartAsync(
            target.Machine, target.Image, target.Archive, target.CommandLine, piece => output.Write(piece.Span), CancellationToken.None);
        var start = Path.Combine(folder, "start.gdb");
        await File.WriteAllLinesAsync(start, Preparation(target, machine.DebuggerSocket));
        if (script is null)
            Console.WriteLine($"Stopped before the first instruction. For instance: {target.Hint}, then continue");

        // gdb takes Ctrl-C to stop the guest; this program must outlive it.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        string[] arguments = script is null
            ? ["-q", "-x", start, target.Image]
            : ["-q", "-nx", "-batch", "-x", start, "-x", Path.GetFullPath(script), target.Image];
        using var gdb = Process.Start(Tools.Debugger, arguments);
        await gdb.WaitForExitAsync();
        return gdb.ExitCode == 0 ? ExitCode.Good : ExitCode.Failed;
    }

    /// <summary>
    /// gdb's first commands. A graded run stops at <c>__checkpoint</c>, with a kind in RDI, for the host to do its part; here gdb does it: it
    /// writes the seed, and stops when the scenario is over.
    /// </summary>
    private static IEnumerable<string> Preparation(Target target, string socket)
    {
        string[] commands =
        [
            "set confirm off",
            "set pagination off",
            "set remotetimeout 60",
            $"target remote {socket}",
            .. target.Program is null ? Array.Empty<string>() : [$"add-symbol-file {target.Program}"],
        ];
        if (target.Seed is not { } seed)
            return commands;

        return
        [
            .. commands,
            "break *&__checkpoint if $rdi == 1",
            "commands",
            "silent",
            $"set *(unsigned long long *)$rsi = 0x{BitConverter.ToUInt64(seed, 0):x}",
            $"set *(unsigned long long *)($rsi + 8) = 0x{BitConverter.ToUInt64(seed, 8):x}",
            "continue",
            "end",
            "break *&__checkpoint if $rdi == 3",
            "commands",
            "silent",
            "printf \"The scenario is over; quit ends the machine.\\n\"",
            "end",
        ];
    }

    /// <summary>What is debugged.</summary>
    /// <param name="Image">The kernel.</param>
    /// <param name="Archive">Its programs, or null where it has none.</param>
    /// <param name="CommandLine">Its command line.</param>
    /// <param name="Machine">The machine.</param>
    /// <param name="Seed">What its seed checkpoint receives; null where it has none.</param>
    /// <param name="Hint">A gdb command to begin with.</param>
    private sealed record Target(string Image, string? Archive, string CommandLine, Machine Machine, byte[]? Seed, string Hint)
    {
        /// <summary>The program that is looked at, whose lines gdb is to know beside the kernel's; null for the kernel alone.</summary>
        public string? Program { get; init; }
    }
}
