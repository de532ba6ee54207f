using Euralios.Sdk.Elf;
using Euralios.Sdk.Symbols;

namespace Euralios.Sdk.Tests.Symbols;

/// <summary>Whatever the tables hold, questions get an answer, soon.</summary>
[CancelAfter(60_000)]
internal sealed class MalformedImages
{
    private static readonly string[] Tables = [".debug_line", ".eh_frame", ".debug_info", ".debug_abbrev", ".debug_str", ".symtab", ".strtab"];

    private static readonly byte[] Image = File.ReadAllBytes(TestKernel.ReferenceImage);
    private static readonly ElfFile Elf = ElfFile.Parse("reference", Image);
    private static readonly ulong[] Functions = [.. Elf.Symbols.Where(symbol => symbol.IsFunction).Select(symbol => symbol.Value)];

    [TestCaseSource(nameof(Tables))]
    public void A_table_that_ends_early_is_read_as_far_as_it_goes(string table)
    {
        ElfSection section = Elf.Section(table)!;
        for (long length = 0; length < section.Size; length += 1 + (section.Size / 50))
        {
            long kept = length;
            Ask(Changed(bytes => BitConverter.TryWriteBytes(bytes.AsSpan(HeaderOf(section) + 32), kept)));
        }
    }

    [TestCaseSource(nameof(Tables))]
    public void A_table_of_random_bytes_gives_poorer_answers_and_nothing_else(string table)
    {
        ElfSection section = Elf.Section(table)!;
        for (int seed = 0; seed < 20; seed++)
        {
            var random = new Random(seed);
            Ask(Changed(bytes => random.NextBytes(bytes.AsSpan((int)section.Offset, (int)section.Size))));
        }
    }

    [TestCaseSource(nameof(Tables))]
    public void Single_bytes_may_be_anything(string table)
    {
        ElfSection section = Elf.Section(table)!;
        var random = new Random(1);
        for (int i = 0; i < 50; i++)
            Ask(Changed(bytes => bytes[section.Offset + random.NextInt64(Math.Min(section.Size, i < 25 ? 64 : section.Size))] = (byte)random.Next()));
    }

    [TestCaseSource(nameof(Tables))]
    public void A_table_outside_the_file_is_none(string table)
    {
        ElfSection section = Elf.Section(table)!;
        Ask(Changed(bytes => BitConverter.TryWriteBytes(bytes.AsSpan(HeaderOf(section) + 24), long.MaxValue - 5)));
        Ask(Changed(bytes => BitConverter.TryWriteBytes(bytes.AsSpan(HeaderOf(section) + 32), -1L)));
    }

    [Test]
    public void An_image_without_tables_knows_its_functions()
    {
        Symbolizer symbols = CraftedImage.With();
        Assert.That(symbols.Describe(CraftedImage.Outer + 5), Is.EqualTo("outer+0x5"));
        Assert.That(symbols.Unwind(CraftedImage.Outer, 0, default, _ => 0), Is.EqualTo(new[] { CraftedImage.Outer }));
    }

    private static void Ask(byte[] bytes)
    {
        Symbolizer symbols = Symbolizer.Parse("malformed", bytes);
        var random = new Random(2);
        foreach (ulong function in Functions)
        {
            symbols.Describe(function);
            symbols.DescribeFailedCheck(function + 5);
            IReadOnlyList<ulong> frames = symbols.Unwind(function + 1, 0x1000, default, _ => Functions[random.Next(Functions.Length)] + 1);
            Assert.That(frames, Has.Count.InRange(1, 64));
        }

        symbols.AddressOf("memset");
    }

    private static byte[] Changed(Action<byte[]> change)
    {
        byte[] bytes = [.. Image];
        change(bytes);
        return bytes;
    }

    /// <summary>The place of a section's header in the file.</summary>
    private static int HeaderOf(ElfSection section) =>
        (int)BitConverter.ToInt64(Image, 40) + (Elf.Sections.ToList().IndexOf(section) * 64);
}
