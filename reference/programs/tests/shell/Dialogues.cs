using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Euralios.Grader.Boot;
using Euralios.Sdk.Archive;
using Euralios.Sdk.Build;
using Euralios.Sdk.Elf;

namespace Euralios.Programs.Tests;

/// <summary>What a shell is given, and what is to come of it.</summary>
/// <param name="Command">The text behind <c>-c</c>; or keys at a terminal, see <c>guest/dialogues/Typist.cs</c>.</param>
/// <param name="Expected">What is written, without the last line end.</param>
/// <param name="Status">The shell's status.</param>
/// <param name="IsTyped">Whether these are keys.</param>
internal sealed record Dialogue(string Command, string Expected, int Status = 0, bool IsTyped = false)
{
    public override string ToString() => Command;
}

/// <summary>What came of a dialogue.</summary>
internal sealed record DialogueResult(string Output, int Status, long Ticks);

/// <summary>Runs dialogues on the machine, all in one boot: <c>guest/dialogues</c> is its first process.</summary>
internal static partial class Dialogues
{
    private static readonly string[] Programs =
    [
        "ramdisk", "shell", "cat", "date", "echo", "free", "grep", "head", "hexdump", "ls", "ps", "sleep", "sort", "system_test", "tail", "timing_test", "uptime", "wc", "yes",
    ];

    private static readonly Limits Limits = new(
        Instructions: 20_000_000_000,
        VirtualTime: TimeSpan.FromMinutes(10),
        ConsoleBytes: 4 << 20,
        TraceBytes: 1 << 20,
        WallClock: TimeSpan.FromMinutes(5));

    internal static async Task<DialogueResult[]> RunAsync(IReadOnlyList<Dialogue> dialogues)
    {
        string folder = Path.Combine(Toolchain.RepositoryRoot, "reference", "programs");
        string archive = Path.Combine(Path.GetTempPath(), $"guest-{Guid.NewGuid():n}.tar");
        try
        {
            List<(string Name, byte[] Contents)> files = [("init", await ImageAsync(Path.Combine(folder, "tests", "guest", "dialogues", "bin", "dialogues")))];
            foreach (string program in Programs)
                files.Add((program, await ImageAsync(Path.Combine(folder, program, "bin", program))));
            string commands = string.Concat(dialogues.Select(dialogue => $"{(dialogue.IsTyped ? 'k' : 'c')} {dialogue.Command.Replace('\n', '␤')}\n"));
            files.Add(("commands", Encoding.UTF8.GetBytes(commands)));
            files.AddRange(GuestEnvironment.Files);
            using (FileStream file = File.Create(archive))
                BootArchive.Write(file, files);
            BootRecord record = await BootRunner.RunAsync(new BootRequest(
                Path.Combine(Toolchain.RepositoryRoot, "reference", "kernel", "bin", "merriwig.elf"),
                "",
                new Machine(MemoryMiB: 128, IcountShift: 0),
                Limits,
                new byte[16],
                archive));
            string console = Encoding.UTF8.GetString(record.Console).Replace("\r", "", StringComparison.Ordinal);
            Assert.That(record.Ending, Is.EqualTo(Ending.Finished), console);
            Assert.That(console, Does.Contain("dialogue.all\n").And.Not.Contain("dialogue.error"));
            DialogueResult[] results = [.. Framed().Matches(console).Select(match => new DialogueResult(
                match.Groups["output"].Value.TrimEnd('\n'),
                int.Parse(match.Groups["status"].ValueSpan, CultureInfo.InvariantCulture),
                long.Parse(match.Groups["ticks"].ValueSpan, CultureInfo.InvariantCulture)))];
            Assert.That(results, Has.Length.EqualTo(dialogues.Count));
            return results;
        }
        finally
        {
            File.Delete(archive);
        }
    }

    private static async Task<byte[]> ImageAsync(string path) => LoadableImage.Of(path, await File.ReadAllBytesAsync(path));

    [GeneratedRegex(@"dialogue\.begin (?<n>\d+)\n(?<output>.*?)\n?dialogue\.end \k<n> status (?<status>-?\d+) reason 1 ticks (?<ticks>\d+)", RegexOptions.Singleline)]
    private static partial Regex Framed();
}
