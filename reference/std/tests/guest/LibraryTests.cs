using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using Euralios.Grader.Boot;
using Euralios.Sdk.Archive;
using Euralios.Sdk.Build;
using Euralios.Sdk.Elf;
using NUnit.Framework;

namespace Euralios.Std.Guest.Tests;

/// <summary>The library of types does what .NET's does: one program, run on both, prints the same lines.</summary>
internal sealed class LibraryTests
{
    private static readonly string Reference = Path.Combine(Toolchain.RepositoryRoot, "reference");

    private static readonly Limits Limits = new(
        Instructions: 20_000_000_000,
        VirtualTime: TimeSpan.FromHours(1),
        ConsoleBytes: 1 << 20,
        TraceBytes: 1 << 20,
        WallClock: TimeSpan.FromMinutes(5));

    [Test]
    public async Task Every_line_is_the_same_on_both()
    {
        List<string> expected = OnThisMachine();
        Assert.That(expected, Has.Count.GreaterThan(400));
        List<string> lines = await InTheGuest(expected[0]);
        for (int i = 0; i < Math.Min(expected.Count, lines.Count); i++)
            Assert.That(lines[i], Is.EqualTo(expected[i]));
        Assert.That(lines, Has.Count.GreaterThanOrEqualTo(expected.Count));
    }

    private static List<string> OnThisMachine()
    {
        TextWriter console = Console.Out;
        var text = new StringWriter();
        Console.SetOut(text);
        try
        {
            Program.Main();
        }
        finally
        {
            Console.SetOut(console);
        }

        return [.. text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    /// <summary>The console from the program's first line on.</summary>
    private static async Task<List<string>> InTheGuest(string firstLine)
    {
        string archive = Path.Combine(Path.GetTempPath(), $"library-{Guid.NewGuid():n}.tar");
        string program = Path.Combine(Reference, "std", "tests", "library", "bin", "library");
        try
        {
            using (FileStream file = File.Create(archive))
                BootArchive.Write(file, [("init", LoadableImage.Of(program, await File.ReadAllBytesAsync(program)))]);
            BootRecord record = await BootRunner.RunAsync(new BootRequest(
                Path.Combine(Reference, "kernel", "bin", "merriwig.elf"), "", new Machine(128, 0), Limits, new byte[16], archive));
            string console = Encoding.UTF8.GetString(record.Console.ToArray()).Replace("\r", "", StringComparison.Ordinal);
            return [.. console.Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipWhile(line => line != firstLine)];
        }
        finally
        {
            File.Delete(archive);
        }
    }
}
