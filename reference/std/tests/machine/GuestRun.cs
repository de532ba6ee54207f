using System.Text;
using Euralios.Grader.Boot;
using Euralios.Sdk.Archive;
using Euralios.Sdk.Build;
using Euralios.Sdk.Elf;

namespace Euralios.Std.Machine.Tests;

/// <summary>Runs programs of <c>../guest</c>, one after the other, in one boot.</summary>
internal static class GuestRun
{
    private static readonly Limits Limits = new(
        Instructions: 60_000_000_000,
        VirtualTime: TimeSpan.FromHours(1),
        ConsoleBytes: 16 << 20,
        TraceBytes: 1 << 20,
        WallClock: TimeSpan.FromMinutes(3));

    /// <summary>Boots the machine, and returns what stood on the console from the first program on.</summary>
    /// <param name="lines">What to run: variables NAME=value, the program, its arguments.</param>
    public static async Task<string[]> RunAsync(params string[] lines)
    {
        string archive = Path.Combine(Path.GetTempPath(), $"guest-{Guid.NewGuid():n}.tar");
        try
        {
            using (FileStream file = File.Create(archive))
                BootArchive.Write(file, [.. Files(lines)]);
            BootRecord record = await BootRunner.RunAsync(new BootRequest(
                Path.Combine(Toolchain.RepositoryRoot, "reference", "kernel", "bin", "merriwig.elf"),
                "",
                new Grader.Boot.Machine(128, IcountShift: 0),
                Limits,
                new byte[16],
                archive));
            Assert.That(record.Ending, Is.EqualTo(Ending.Finished), Encoding.UTF8.GetString(record.Console));
            string[] console = Encoding.UTF8.GetString(record.Console).Replace("\r", "", StringComparison.Ordinal).Split('\n');
            return [.. console.SkipWhile(line => !line.StartsWith("Time stamp counter", StringComparison.Ordinal)).Skip(1)];
        }
        finally
        {
            File.Delete(archive);
        }
    }

    private static IEnumerable<(string Name, byte[] Contents)> Files(string[] lines)
    {
        yield return ("init", Program("runner"));
        yield return ("run", Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"));
        foreach (string name in lines.Select(line => line.Split(' ').First(word => !word.Contains('=', StringComparison.Ordinal))).Distinct())
            yield return (name, Program(name));
    }

    private static byte[] Program(string name)
    {
        string image = Path.Combine(Toolchain.RepositoryRoot, "reference", "std", "tests", "guest", name, "bin", name);
        return LoadableImage.Of(image, File.ReadAllBytes(image));
    }
}
