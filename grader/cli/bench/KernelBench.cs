using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Euralios.Grader.Boot;
using Euralios.Sdk.Elf;

namespace Euralios.Grader.Cli.Bench;

/// <summary>
/// What the kernel's services cost, in guest instructions: exact, and the same on every machine. A program measures
/// (<c>reference/kernel/tests/programs/bench</c>); here its figures are read.
/// </summary>
internal static partial class KernelBench
{
    private const string Group = "kernel";
    private const double SizeGoal = 150;

    // A longest stretch has no peer: nobody measured it there.
    private static readonly Measure[] Measures =
    [
        new("null-call", "null system call (debug_write of no bytes)", 100, "119", "1,397"),
        new("yield-alone", "yield with nobody else ready"),
        new("round-trip", "send_receive and its reply, between two processes", 1200, "1,601", "27,271"),
        new("round-trip-100-blocked", "the same while 100 other processes are blocked, in every way", 1200),
        new("first-write-heap", "first write to a page of the heap, zeroing not counted", 150, "156", "4,659"),
        new("first-write-chunk", "first write to a page of a chunk, zeroing not counted"),
        new("malloc-3-free", "malloc of 3 consecutive pages, zeroing counted, and free", null, "3,610 to 8,020"),
        new("fork-yield-exit", "fork_thread, a yield to the new thread, and its exit"),
        new("life-tiny-exec", "exec of a program of three instructions"),
        new("life-tiny", "exec + exit + wait of it", 100_000),
        new("life-nothing-exec", "exec of the smallest program in C#", null, "349,000"),
        new("life-nothing", "exec + exit + wait of it", 100_000, "451,168", "4,957,521"),
        new("tick", "a tick that changes nothing"),
        new("tick-and-switch", "a tick that gives another thread the processor"),
        new("longest-debug-write", "interrupts off: debug_write of 4,096 bytes"),
        new("longest-receive-any-32", "interrupts off: receive_any of 32 handles"),
        new("longest-statistics", "interrupts off: statistics with 255 processes"),
        new("longest-malloc-4096", "interrupts off: malloc of 4,096 consecutive pages, which are zeroed"),
        new("longest-free-1-gib", "interrupts off: free of a chunk of 1 GiB, the most sparse one"),
        new("longest-exec-16-mib", "interrupts off: exec of a program of 16 MiB, which is copied"),
        new("longest-kill-16-mib", "interrupts off: kill of it"),
        new("longest-kill-512-threads-1024-handles", "interrupts off: kill of 512 threads with 1,024 handles"),
        new("longest-open", "interrupts off: open among 1,000 mounts with long paths"),
        new("longest-list-mounts", "interrupts off: list_mounts of them"),
        new("longest-exec-copy-mounts", "interrupts off: exec with a copy of half as many"),
    ];

    public static async Task<IReadOnlyList<Figure>> RunAsync(string root, CancellationToken cancellation)
    {
        var image = ReferenceKernel.Build(root);
        var archive = Path.GetTempFileName();
        try
        {
            TestPrograms.WriteArchive(root, archive, ["bench", "nothing"]);
            var limits = new Limits(20_000_000_000, TimeSpan.FromMinutes(5), 1 << 20, 1 << 20, TimeSpan.FromMinutes(5));
            var machine = new Machine(MemoryMiB: 128, IcountShift: 0);
            var record = await BootRunner.RunAsync(new(image, "", machine, limits, new byte[16], archive), cancellation);
            var console = Encoding.UTF8.GetString(record.Console);
            return [.. Read(console, record.Ending), .. Sizes(image)];
        }
        finally
        {
            File.Delete(archive);
        }
    }

    private static IEnumerable<Figure> Read(string console, Ending ending)
    {
        var lines = MeasureLine().Matches(console).ToDictionary(match => match.Groups[1].Value, Each);
        foreach (var measure in Measures)
        {
            if (!lines.TryGetValue(measure.Name, out var each))
                throw new UsageException($"{measure.Name} was not measured; the boot ended with {ending}. Its last lines:\n{console[^Math.Min(console.Length, 2000)..]}");

            yield return new(Group, measure.What, each, "instructions", measure.Goal, measure.Original, measure.Xv6);
        }

        static double Each(Match match) => Number(match.Groups[2]) / Number(match.Groups[3]);
        static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);
    }

    private static IEnumerable<Figure> Sizes(string image)
    {
        var bytes = File.ReadAllBytes(image);
        yield return new(
            Group, "kernel image without programs, as far as it is loaded", LoadableImage.Of(image, bytes).Length / 1000.0, "KB", SizeGoal, "180", "200");
        yield return new(Group, "the file, with symbols and debug information", bytes.Length / 1000.0, "KB");
    }

    [GeneratedRegex("^bench\\.measure name=(\\S+) instructions=(\\d+) count=(\\d+)", RegexOptions.Multiline)]
    private static partial Regex MeasureLine();

    private sealed record Measure(string Name, string What, double? Goal = null, string? Original = null, string? Xv6 = null);
}
