using System.CommandLine;
using Euralios.Grader.Boot;
using Euralios.Sdk.Symbols;

namespace Euralios.Grader.Cli.Commands;

/// <summary><c>kit boot</c>: the reference on this terminal.</summary>
internal static class BootCommand
{
    private const int SmallestMemory = 16, LargestMemory = 4096;

    /// <summary>Says that a guest reaches more than the kit's own servers.</summary>
    private const string OpenNetwork = "open";

    private static readonly string[] Cards = ["rtl8139", "virtio"];

    /// <summary>What the system asks first.</summary>
    private const string Prompt = "login: ";

    /// <summary>What a person would type to see that the system is there, and to leave it.</summary>
    private const string LeaveKeys = "root\npoweroff\n";

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
        var screen = new Option<bool>("--screen")
        {
            Description = "With a screen and a keyboard: in a window, or on the terminal where there is no desktop. F1 is the system's console, F2 to F5 have a login each",
        };
        var net = new Option<string?>("--net")
        {
            Description = "With a network card, a gopher server of the kit's, and a port that leads to the guest's httpd; what they are called is shown. "
                + "The guest reaches nothing else, unless the network is open",
            HelpName = "open",
            Arity = ArgumentArity.ZeroOrOne,
        };
        net.AcceptOnlyFromAmong(OpenNetwork);
        var card = new Option<string>("--card") { Description = "The network card", HelpName = "rtl8139|virtio", DefaultValueFactory = _ => Cards[0] };
        card.AcceptOnlyFromAmong(Cards);
        var http = new Option<int?>("--http") { Description = "The port of this machine's loopback that leads to the guest's port 80; by default any that is free", HelpName = "PORT" };
        http.Validators.Add(result =>
        {
            if (result.Tokens.Count == 1 && int.TryParse(result.Tokens[0].Value, out var value) && value is < 1 or > 65535)
                result.AddError("--http must be from 1 to 65535.");
        });
        var command = new Command(
            "boot",
            "Boots the reference, kernel and programs, to its login on this terminal. Log in as root or user; poweroff, as root, ends it, and so does Ctrl-A X. "
            + "Without a terminal it types what comes on the standard input, or, if that is empty, logs in and powers off.")
        {
            memory, trace, screen, net, card, http,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(screen) && result.GetValue(trace) is not null)
                result.AddError("--screen shows no events: leave --trace out.");
            if (result.GetResult(net) is null && (result.GetResult(card) is { Implicit: false } || result.GetResult(http) is not null))
                result.AddError("--card and --http belong to --net.");
        });
        command.SetAction(async (parsed, cancellation) =>
        {
            var root = parsed.RepositoryRoot();
            using var network = parsed.GetResult(net) is null ? null : new PersonNetwork(
                root,
                parsed.GetValue(card) == Cards[0] ? NetworkCardModel.Rtl8139 : NetworkCardModel.Virtio,
                parsed.GetValue(http),
                isOpen: parsed.GetValue(net) == OpenNetwork);
            var machine = new Machine(parsed.GetValue(memory), Devices: network?.Devices);
            return parsed.GetValue(screen)
                ? await ShowAsync(root, machine, network?.Description, cancellation)
                : await RunAsync(root, machine, network?.Description, parsed.GetValue(trace), cancellation);
        });
        return command.WithExamples(
            "./kit boot",
            "./kit boot --screen",
            "./kit boot --memory 64",
            "./kit boot --net",
            "./kit boot --net open --card virtio --http 8080",
            "./kit boot --trace boot,frame 2> events.txt",
            "printf 'root\\nls /bin\\npoweroff\\n' | ./kit boot");
    }

    private static async Task<int> ShowAsync(string root, Machine machine, string? network, CancellationToken cancellation)
    {
        bool window = HasDesktop();
        if (!window && Console.IsOutputRedirected)
            throw new UsageException("--screen needs a desktop or a terminal.");
        var (image, archive) = (ReferenceKernel.Build(root), ReferencePrograms.Build(root));
        if (network is not null)
            Console.WriteLine(network);
        using var terminal = window ? null : new TerminalMode();
        return Report(await PersonBoot.ShowAsync(machine, image, archive, window, cancellation));
    }

    private static bool HasDesktop() => !OperatingSystem.IsLinux()
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
        || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));

    private static async Task<int> RunAsync(string root, Machine machine, string? network, string? trace, CancellationToken cancellation)
    {
        var image = ReferenceKernel.Build(root);
        var archive = ReferencePrograms.Build(root);
        var keyboard = !Console.IsInputRedirected;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (!keyboard)
            limit.CancelAfter(UnattendedLimit);

        if (network is not null)
            Console.WriteLine(network);
        using var terminal = keyboard ? new TerminalMode() : null;
        using var output = Console.OpenStandardOutput();
        using var events = Console.OpenStandardError();
        var filter = new SerialFilter(Symbolizer.Load(image), ReferencePrograms.Symbols(root));
        try
        {
            var end = await PersonBoot.RunAsync(
                machine,
                image,
                archive,
                trace is null ? "" : $"trace={trace}",
                keyboard ? null : new TypedText(Prompt, await KeysAsync(limit.Token)),
                piece => filter.Write(piece.Span, output),
                trace is null ? null : piece => events.Write(piece.Span),
                limit.Token);
            return Report(end);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new UsageException($"The system did not power off within {UnattendedLimit.TotalSeconds:0} s: end the input with a root's poweroff.");
        }
    }

    /// <summary>What is to be typed: the standard input.</summary>
    private static async Task<string> KeysAsync(CancellationToken cancellation)
    {
        string keys = await Console.In.ReadToEndAsync(cancellation);
        return keys.Length == 0 ? LeaveKeys : keys;
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
