using System.Text;
using Euralios.Grader.Boot;
using Euralios.Sdk.Archive;
using Euralios.Sdk.Build;
using Euralios.Sdk.Elf;
using Euralios.Sdk.Symbols;

namespace Euralios.Programs.Tests;

/// <summary>A boot with a test program (<c>guest</c>) as the first process, and programs that it starts.</summary>
internal static class GuestBoot
{
    private static readonly Limits Limits = new(
        Instructions: 20_000_000_000,
        VirtualTime: TimeSpan.FromMinutes(20),
        ConsoleBytes: 8 << 20,
        TraceBytes: 1 << 20,
        WallClock: TimeSpan.FromMinutes(10));

    private static string Programs => Path.Combine(Toolchain.RepositoryRoot, "reference", "programs");

    /// <summary>Boots the machine.</summary>
    /// <param name="test">The test program's name.</param>
    /// <param name="programs">Programs in the archive beside it.</param>
    /// <returns>How it ended, and the console as a person reads it: after reports of faults stand C# stack traces.</returns>
    public static async Task<(Ending Ending, string Console)> RunAsync(string test, params string[] programs)
    {
        string testImage = Path.Combine(Programs, "tests", "guest", test, "bin", test);
        string kernelImage = Path.Combine(Toolchain.RepositoryRoot, "reference", "kernel", "bin", "merriwig.elf");
        string archive = Path.Combine(Path.GetTempPath(), $"guest-{Guid.NewGuid():n}.tar");
        try
        {
            List<(string Name, byte[] Contents)> files = [("init", LoadableImage.Of(test, await File.ReadAllBytesAsync(testImage)))];
            foreach (string program in programs)
                files.Add((program, LoadableImage.Of(program, await File.ReadAllBytesAsync(Path.Combine(Programs, program, "bin", program)))));
            using (FileStream file = File.Create(archive))
                BootArchive.Write(file, files);
            BootRecord record = await BootRunner.RunAsync(
                new BootRequest(kernelImage, "", new Machine(MemoryMiB: 128, IcountShift: 3), Limits, new byte[16], archive));
            Symbolizer kernel = Symbolizer.Load(kernelImage);
            Symbolizer symbols = Symbolizer.Load(testImage);
            var output = new MemoryStream();
            new SerialFilter(kernel, name => programs.Contains(name) ? Symbolizer.Load(Path.Combine(Programs, name, "bin", name)) : symbols)
                .Write(record.Console, output);
            return (record.Ending, Encoding.UTF8.GetString(output.ToArray()).Replace("\r", "", StringComparison.Ordinal));
        }
        finally
        {
            File.Delete(archive);
        }
    }
}
