using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Euralios.Grader.Boot;

namespace Euralios.Grader.Cli.Commands;

/// <summary>
/// <c>kit stress</c>: processes, messages, memory and deaths at random on the machine, for millions of events, while the kernel audits itself. The tests
/// run the same for a shorter time.
/// </summary>
internal static partial class StressCommand
{
    private const string Program = "stress";
    private const int IcountShift = 4, AuditInterval = 5000;

    /// <summary>So many rounds come to 10 million system calls and switches, and some more.</summary>
    private const int DefaultRounds = 16_000;

    public static Command Create()
    {
        var seed = new Option<int>("--seed") { Description = "What the random numbers start from", HelpName = "N", DefaultValueFactory = _ => 1 };
        var rounds = new Option<int>("--rounds") { Description = "How long", HelpName = "N", DefaultValueFactory = _ => DefaultRounds };
        var twice = new Option<bool>("--twice") { Description = "Run it a second time, and compare the two traces" };
        var command = new Command("stress", "Stresses the kernel at random, by a seed, while it audits itself: 10 million events in some minutes.")
        {
            seed, rounds, twice,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var root = parsed.RepositoryRoot();
            var (chosen, length) = (parsed.GetValue(seed), parsed.GetValue(rounds));
            var first = await RunAsync(root, chosen, length, cancellation);
            var good = Report(first);
            if (!parsed.GetValue(twice))
                return good ? ExitCode.Good : ExitCode.Failed;

            var second = await RunAsync(root, chosen, length, cancellation);
            var same = second.Trace.AsSpan().SequenceEqual(first.Trace) && second.Console.AsSpan().SequenceEqual(first.Console);
            Console.WriteLine(same ? "The second run is identical: trace and console, byte for byte." : "The second run differs.");
            return good && same ? ExitCode.Good : ExitCode.Failed;
        });
        return command.WithExamples("./kit stress", "./kit stress --seed 7 --twice", "./kit stress --rounds 1000");
    }

    private static async Task<BootRecord> RunAsync(string root, int seed, int rounds, CancellationToken cancellation)
    {
        var image = ReferenceKernel.Build(root);
        var archive = Path.GetTempFileName();
        try
        {
            TestPrograms.WriteArchive(root, archive, [Program], ("seed", Number(seed)), ("rounds", Number(rounds)));
            var limits = new Limits(1_000_000_000_000, TimeSpan.FromHours(10), 1 << 30, 1 << 30, TimeSpan.FromHours(1));
            var machine = new Machine(MemoryMiB: 128, IcountShift);
            var commandLine = string.Create(CultureInfo.InvariantCulture, $"audit={AuditInterval}");
            return await BootRunner.RunAsync(new(image, commandLine, machine, limits, new byte[16], archive), cancellation);
        }
        finally
        {
            File.Delete(archive);
        }

        static byte[] Number(int number) => Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture));
    }

    private static bool Report(BootRecord record)
    {
        var console = Encoding.UTF8.GetString(record.Console).Replace("\r", "", StringComparison.Ordinal);
        var end = EndLine().Match(console);
        var good = record.Ending == Ending.Finished && end.Success && end.Groups[1].Value == "same" && !console.Contains("trial.because", StringComparison.Ordinal);
        if (!good)
            Console.WriteLine($"The boot ended with {record.Ending}. The console's end:\n{console[^Math.Min(console.Length, 4000)..]}");

        if (DigestLine().Matches(Encoding.ASCII.GetString(record.Trace)).LastOrDefault() is { } digest)
            Console.WriteLine($"{digest.Groups[1].Value} events (system calls and switches) and more, digest {digest.Groups[2].Value}; {record.Instructions:#,0} instructions");

        Console.WriteLine(good ? $"Nothing was left behind, and no audit found a thing: {end.Value.Trim()}" : "FAILED");
        return good;
    }

    [GeneratedRegex("^stress\\.end .*usage=(\\S+)$", RegexOptions.Multiline)]
    private static partial Regex EndLine();

    [GeneratedRegex("^audit\\.digest events=(\\d+) value=(\\S+)$", RegexOptions.Multiline)]
    private static partial Regex DigestLine();
}
