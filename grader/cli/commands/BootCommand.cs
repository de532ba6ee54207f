using System.CommandLine;
using Euralios.Grader.Boot;
using Euralios.Sdk.Symbols;

namespace Euralios.Grader.Cli.Commands;

/// <summary><c>kit boot</c>: the reference on this terminal.</summary>
internal static class BootCommand
{
    private const int SmallestMemory = 16, LargestMemory = 4096;

    /// <summary>A boot that nobody watches must not hang whoever started it.</summary>
    private static readonly TimeSpan UnattendedLimit = TimeSpan.FromSeconds(60);

    public static Command Create()
    {
        var memory = new Option<int>("--memory") { Description = "Megabytes of memory", HelpName = "N", DefaultValueFactory = _ => 128 };
        memory.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && value is < SmallestMemory or > LargestMemory)
                result.AddError($"--memory must be from {SmallestMemory} to {LargestMemory}.");
        });
        var trace = new Option<string?>("--trace")
        {
            Description = "Also show events, on the standard error: the subsystems of this list, such as boot,cpu,frame; handouts/tracing.md has them all",
            HelpName = "LIST",
        };
        var command = new Command(
            "boot",
            "Boots the reference, kernel and programs, on this terminal; Ctrl-C ends it. Without a terminal it prints the boot and powers off.")
        {
            memory, trace,
        };
        command.SetAction((parsed, cancellation) => RunAsync(
            parsed.RepositoryRoot(), parsed.GetValue(memory), parsed.GetValue(trace), cancellation));
        return command.WithExamples("./kit boot", "./kit boot --memory 64", "./kit boot --trace boot,frame 2> events.txt", "./kit boot < /dev/null");
    }

    private static async Task<int> RunAsync(string root, int memory, string? trace, CancellationToken cancellation)
    {
        var image = ReferenceKernel.Build(root);
        var archive = ReferencePrograms.Build(root);
        var keyboard = !Console.IsInputRedirected;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (!keyboard)
            limit.CancelAfter(UnattendedLimit);

        using var terminal = keyboard ? new TerminalMode() : null;
        using var output = Console.OpenStandardOutput();
        using var events = Console.OpenStandardError();
        var filter = new SerialFilter(Symbolizer.Load(image), ReferencePrograms.Symbols(root));
        try
        {
            var end = await PersonBoot.RunAsync(
                new(memory),
                image,
                archive,
                trace is null ? "" : $"trace={trace}",
                keyboard,
                piece => filter.Write(piece.Span, output),
                trace is null ? null : piece => events.Write(piece.Span),
                limit.Token);
            return Report(end);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new UsageException($"The kernel did not power off within {UnattendedLimit.TotalSeconds:0} s.");
        }
    }

    private static int Report(PersonBootEnd end)
    {
        if (end.IsPowerOff)
            return ExitCode.Good;

        Console.Error.WriteLine(end switch
        {
            { IsPanic: true } => "The kernel panicked.",
            { IsReset: true } => "The machine was reset: a triple fault.",
            _ => $"QEMU ended with status {end.Status}: {end.Messages}",
        });
        return ExitCode.Failed;
    }
}
