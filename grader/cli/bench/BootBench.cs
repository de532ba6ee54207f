using System.Diagnostics;
using Euralios.Grader.Boot;
using Euralios.Sdk.Elf;

namespace Euralios.Grader.Cli.Bench;

/// <summary>The reference kernel's boot.</summary>
internal static class BootBench
{
    private const string Group = "boot";
    private const int Rounds = 7;
    private const string Prompt = "login: ";

    public static async Task<IReadOnlyList<Figure>> RunAsync(string root, CancellationToken cancellation)
    {
        var image = ReferenceKernel.Build(root);
        var archive = ReferencePrograms.Build(root);
        var wall = new List<double>();
        var processor = new List<double>();
        for (var round = 0; round <= Rounds; round++)
        {
            var (start, used) = (Stopwatch.GetTimestamp(), ProcessorClock.Seconds());
            await PersonBoot.RunAsync(new(), image, archive, commandLine: "", new TypedText(Prompt, "root\npoweroff\n"), static _ => { }, null, cancellation);

            // The first one also looks for QEMU.
            if (round > 0)
            {
                wall.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                processor.Add(ProcessorClock.Seconds() - used);
            }
        }

        return
        [
            new(Group, "start of QEMU, login, power-off, wall clock", Figure.Median(wall), "s"),
            new(Group, "start of QEMU, login, power-off, processor", Figure.Median(processor), "s of processor"),
            new(Group, "kernel entry to the login prompt", await InstructionsAsync(image, archive, cancellation), "instructions", 8_000_000, "11,680,000"),
        ];
    }

    /// <summary>
    /// The instructions until the login prompt, less those that the firmware takes to reach the kernel. The fewest of some boots: ticks go on until the host
    /// has seen the prompt. They come in the host's time, or an idle guest's clock would be at its limit before a busy host has looked.
    /// </summary>
    private static async Task<long> InstructionsAsync(string image, string archive, CancellationToken cancellation)
    {
        var folder = Directory.CreateTempSubdirectory("bench-").FullName;
        try
        {
            var halted = Path.Combine(folder, "halted.elf");
            await File.WriteAllBytesAsync(halted, HaltedAtEntry(image), cancellation);
            var fewest = long.MaxValue;
            for (var round = 0; round < Rounds; round++)
                fewest = Math.Min(fewest, await CountAsync(image, archive, [new(Prompt, "")], Ending.Finished, cancellation));
            return fewest - await CountAsync(halted, archive, null, Ending.Dead, cancellation);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The kernel with <c>cli; hlt</c> in the place of its first instructions: the machine stands there and can be asked.</summary>
    private static byte[] HaltedAtEntry(string image)
    {
        var bytes = File.ReadAllBytes(image);
        var elf = ElfFile.Load(image);
        var section = elf.Sections.Single(section =>
            section.Address != 0 && elf.Entry >= section.Address && elf.Entry - section.Address < (ulong)section.Size);
        var entry = section.Offset + (long)(elf.Entry - section.Address);
        (bytes[entry], bytes[entry + 1]) = (0xFA, 0xF4);
        return bytes;
    }

    private static async Task<long> CountAsync(
        string image, string archive, IReadOnlyList<DialogueStep>? dialogue, Ending wanted, CancellationToken cancellation)
    {
        var limits = new Limits(1_000_000_000, TimeSpan.FromSeconds(10), 1 << 20, 1 << 20, TimeSpan.FromSeconds(60));
        var record = await BootRunner.RunAsync(new(image, "", new(IcountShift: 0, IdlesInHostTime: true), limits, new byte[16], archive, dialogue), cancellation);
        return record.Ending == wanted ? record.Instructions : throw new UsageException($"The kernel's boot ended with {record.Ending}.");
    }
}
