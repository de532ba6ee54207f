using System.Text;
using System.Text.RegularExpressions;
using Euralios.Grader.Boot;
using Euralios.Sdk.Archive;
using Euralios.Sdk.Build;
using Euralios.Sdk.Elf;
using Euralios.Sdk.Symbols;

namespace Merriwig.Machine.Tests;

/// <summary>One boot of a group's trials, and what became of each.</summary>
internal sealed partial class TrialBoot
{
    /// <summary>Guest time advances so that a tick is 1.25 million instructions: far more than a trial needs between two.</summary>
    private const int IcountShift = 3;

    /// <summary>Ten times what the longest group needs; a trial that hangs is ended by the runner in the guest.</summary>
    private static readonly Limits Limits = new(
        Instructions: 20_000_000_000,
        VirtualTime: TimeSpan.FromMinutes(20),
        ConsoleBytes: 8 << 20,
        TraceBytes: 1 << 20,
        WallClock: TimeSpan.FromMinutes(10));

    private readonly Dictionary<string, string> outcomes = new(StringComparer.Ordinal);

    private TrialBoot(BootRecord record)
    {
        Ending = record.Ending;
        Console = Explain(Encoding.UTF8.GetString(record.Console));
        foreach (Match match in OutcomeLine().Matches(Console))
            outcomes[match.Groups[2].Value] = match.Groups[1].Value;
        Announced = AnnouncedLine().Match(Console) is { Success: true } count ? int.Parse(count.Groups[1].Value, null) : 0;
        Summary = SummaryLine().Match(Console).Value;
    }

    /// <summary>How the boot ended; well only by <see cref="Ending.Finished"/>.</summary>
    public Ending Ending { get; }

    /// <summary>The console, with C# stack traces after reports of faults.</summary>
    public string Console { get; }

    /// <summary>How many trials the program said it would run.</summary>
    public int Announced { get; }

    /// <summary>The last line of the runner; empty when it did not come so far.</summary>
    public string Summary { get; }

    private static string TrialsImage => Path.Combine(Toolchain.RepositoryRoot, "reference", "kernel", "tests", "trials", "bin", "trials");

    private static string KernelImage => Path.Combine(Toolchain.RepositoryRoot, "reference", "kernel", "bin", "merriwig.elf");

    /// <summary>Boots the machine with the trials of a group.</summary>
    /// <param name="pattern">Which trials: a name, or its beginning and an asterisk.</param>
    /// <param name="seed">What random trials draw from.</param>
    public static async Task<TrialBoot> RunAsync(string pattern, ulong seed = 1)
    {
        string archive = Path.Combine(Path.GetTempPath(), $"trials-{Guid.NewGuid():n}.tar");
        try
        {
            using (FileStream file = File.Create(archive))
            {
                BootArchive.Write(
                    file,
                    [
                        ("init", LoadableImage.Of(TrialsImage, await File.ReadAllBytesAsync(TrialsImage))),
                        ("select", Encoding.UTF8.GetBytes(pattern)),
                        ("seed", Encoding.UTF8.GetBytes($"{seed:x16}")),
                    ]);
            }

            return new TrialBoot(await BootRunner.RunAsync(
                new BootRequest(KernelImage, "", new Euralios.Grader.Boot.Machine(MemoryMiB: 128, IcountShift), Limits, new byte[16], archive)));
        }
        finally
        {
            File.Delete(archive);
        }
    }

    /// <summary>What became of a trial: <c>pass</c>, <c>fail</c>, or null when it never came to an end.</summary>
    public string? OutcomeOf(string trial) => outcomes.GetValueOrDefault(trial);

    /// <summary>The console's lines from a trial's beginning to its end, or to the boot's.</summary>
    public string LinesOf(string trial)
    {
        int start = Console.IndexOf($"trial.begin {trial}\n", StringComparison.Ordinal);
        if (start < 0)
            return $"It never began. The console ends with:\n{Console[Math.Max(0, Console.Length - 4000)..]}";
        int next = Console.IndexOf("trial.begin ", start + 1, StringComparison.Ordinal);
        return next < 0 ? Console[start..] : Console[start..next];
    }

    /// <summary>Adds stack traces: a report that names a process is of the trials' program, any other of the kernel's own.</summary>
    private static string Explain(string console)
    {
        Symbolizer trials = Symbolizer.Load(TrialsImage);
        Symbolizer kernel = Symbolizer.Load(KernelImage);
        var output = new MemoryStream();
        int panic = KernelReport().Match(console) is { Success: true } match ? match.Index : console.Length;
        new SerialFilter(trials).Write(Encoding.UTF8.GetBytes(console[..panic].Replace("\r", "", StringComparison.Ordinal)), output);
        new SerialFilter(kernel).Write(Encoding.UTF8.GetBytes(console[panic..].Replace("\r", "", StringComparison.Ordinal)), output);
        return Encoding.UTF8.GetString(output.ToArray());
    }

    [GeneratedRegex("^trial\\.(pass|fail) ([a-z0-9-]+)", RegexOptions.Multiline)]
    private static partial Regex OutcomeLine();

    [GeneratedRegex("^trial\\.count ([0-9]+)$", RegexOptions.Multiline)]
    private static partial Regex AnnouncedLine();

    [GeneratedRegex("^trial\\.end .*$", RegexOptions.Multiline)]
    private static partial Regex SummaryLine();

    [GeneratedRegex("^EXCEPTION: (?!.* in .* \\(process )", RegexOptions.Multiline)]
    private static partial Regex KernelReport();
}
