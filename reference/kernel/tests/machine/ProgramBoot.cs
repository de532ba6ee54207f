using System.Text;
using Euralios.Grader.Boot;
using Euralios.Sdk.Archive;
using Euralios.Sdk.Build;
using Euralios.Sdk.Elf;
using Euralios.Sdk.Symbols;

namespace Merriwig.Machine.Tests;

/// <summary>A boot of the kernel with a test program (<c>../programs</c>) as the first process.</summary>
internal static class ProgramBoot
{
    private static readonly Limits Limits = new(
        Instructions: 100_000_000_000,
        VirtualTime: TimeSpan.FromHours(2),
        ConsoleBytes: 64 << 20,
        TraceBytes: 64 << 20,
        WallClock: TimeSpan.FromMinutes(10));

    /// <summary>The kernel's image.</summary>
    public static string KernelImage => Path.Combine(Toolchain.RepositoryRoot, "reference", "kernel", "bin", "merriwig.elf");

    /// <summary>Boots the machine.</summary>
    /// <param name="program">The program.</param>
    /// <param name="files">What else is in the archive.</param>
    /// <param name="icountShift">How far guest time goes with an instruction.</param>
    /// <param name="commandLine">The kernel's.</param>
    /// <param name="memoryMiB">Physical memory.</param>
    public static async Task<BootRecord> RunAsync(
        string program, IEnumerable<(string Name, byte[] Contents)> files, int icountShift, string commandLine = "", int memoryMiB = 128)
    {
        string archive = Path.Combine(Path.GetTempPath(), $"boot-{Guid.NewGuid():n}.tar");
        try
        {
            using (FileStream file = File.Create(archive))
                BootArchive.Write(file, [("init", LoadableImage.Of(program, await File.ReadAllBytesAsync(Image(program)))), .. files]);
            return await BootRunner.RunAsync(new BootRequest(
                KernelImage, commandLine, new Euralios.Grader.Boot.Machine(memoryMiB, icountShift), Limits, new byte[16], archive));
        }
        finally
        {
            File.Delete(archive);
        }
    }

    /// <summary>The console as a person reads it: after reports of faults stand C# stack traces.</summary>
    /// <param name="record">The boot.</param>
    /// <param name="program">The first process's program.</param>
    /// <param name="isOfProgram">Whether a process of some name is of that program too.</param>
    public static string Explain(BootRecord record, string program, Predicate<string> isOfProgram)
    {
        Symbolizer symbols = Symbolizer.Load(Image(program));
        var output = new MemoryStream();
        new SerialFilter(Symbolizer.Load(KernelImage), name => isOfProgram(name) ? symbols : null).Write(record.Console, output);
        return Encoding.UTF8.GetString(output.ToArray()).Replace("\r", "", StringComparison.Ordinal);
    }

    private static string Image(string program) =>
        Path.Combine(Toolchain.RepositoryRoot, "reference", "kernel", "tests", "programs", program, "bin", program);
}
