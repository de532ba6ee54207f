using System.Diagnostics;
using Euralios.Sdk.Assembly;
using Euralios.Sdk.Build;
using Euralios.Sdk.Elf;
using Euralios.Sdk.Symbols;
using static Euralios.Sdk.Tests.Symbols.CraftedImage;

namespace Euralios.Sdk.Tests.Symbols;

/// <summary>Line-number programs: each instruction by itself, both forms of header, and the same kernel in both versions of DWARF.</summary>
internal sealed class LineTables
{
    private static readonly byte[] SetAddress = [0, 9, 2, 0x00, 0x01, 0, 0, 0, 0, 0, 0]; // 0x100
    private static readonly byte[] EndSequence = [0, 1, 1];
    private static readonly byte[] OperandCounts = [0, 1, 1, 1, 1, 0, 0, 0, 1, 0, 0, 1];

    // Line base -5, line range 14, opcode base 13: special opcode 13 + 14 a + (l + 5) advances by a bytes and l lines.
    private static readonly TestCaseData[] Cases =
    [
        new TestCaseData(new byte[] { 1, 2, 0x10 }, "a.cs:1").SetName("copy, advance_pc"),
        new TestCaseData(new byte[] { 3, 41, 1, 2, 0x10 }, "a.cs:42").SetName("advance_line"),
        new TestCaseData(new byte[] { 3, 41, 3, 0x76, 1, 2, 0x10 }, "a.cs:32").SetName("advance_line back"),
        new TestCaseData(new byte[] { 4, 2, 1, 2, 0x10 }, "/source/b.cs:1").SetName("set_file"),
        new TestCaseData(new byte[] { 4, 3, 1, 2, 0x10 }, "/absolute.cs:1").SetName("a file whose path needs no directory"),
        new TestCaseData(new byte[] { 25, 2, 0x10 }, "a.cs:8").SetName("a special opcode: 7 lines"),
        new TestCaseData(new byte[] { 1, 13 + (14 * 9) + 6, 2, 0x10 }, "a.cs:2").SetName("a special opcode: 9 bytes, 1 line"),
        new TestCaseData(new byte[] { 8, 25, 2, 0x10 }, null).SetName("const_add_pc: 17 bytes"),
        new TestCaseData(new byte[] { 25, 8, 25 }, "a.cs:8").SetName("const_add_pc behind the address"),
        new TestCaseData(new byte[] { 25, 9, 9, 0, 25, 2, 1 }, "a.cs:15").SetName("fixed_advance_pc"),
        new TestCaseData(new byte[] { 5, 99, 6, 7, 10, 11, 12, 3, 25, 2, 0x10 }, "a.cs:8").SetName("opcodes that change nothing kept"),
        new TestCaseData(new byte[] { 0, 2, 4, 77, 25, 2, 0x10 }, "a.cs:8").SetName("an extended opcode that changes nothing kept"),
        new TestCaseData(new byte[] { 1, 25, 2, 0x10 }, "a.cs:8").SetName("of two rows at an address, the last"),
        new TestCaseData(new byte[] { 3, 0x7F, 1, 2, 0x10 }, null).SetName("line 0: the compiler names none"),
        new TestCaseData(new byte[] { 4, 9, 1, 2, 0x10 }, null).SetName("a file that is not listed"),
        new TestCaseData(new byte[] { 1, 2, 9 }, null).SetName("the sequence ends before the address"),
        new TestCaseData(new byte[] { 25 }, "a.cs:8").SetName("a sequence that ends at its last row, as ILC's do"),
        new TestCaseData(new byte[] { 2, 10, 1, 2, 9 }, null).SetName("the sequence begins after the address"),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_program_gives_the_line_of_an_address(byte[] program, string? place)
    {
        foreach (byte[] header in (byte[][])[Version4(), Version5()])
        {
            Symbolizer symbols = With((".debug_line", Unit(header, program)), (".debug_line_str", [.. "/unused\0/source\0"u8]));
            SourceLine? line = symbols.Lines.Find(Inner + 9);
            Assert.That(line is { } found ? $"{found.File}:{found.Line}" : null, Is.EqualTo(place));
        }
    }

    [Test]
    public void A_file_can_be_defined_in_the_program()
    {
        byte[] program = [0, 8, 3, .. "d.cs\0"u8, 1, 0, 0, 4, 4, 1, 2, 0x10];
        program[1] = 9; // opcode, name, directory, time, size
        Symbolizer symbols = With((".debug_line", Unit(Version4(), program)));
        Assert.That(symbols.Lines.Find(Inner), Is.EqualTo(new SourceLine("/source/d.cs", 1)));
    }

    [Test]
    [CancelAfter(10_000)]
    public void A_table_of_countless_empty_rows_is_refused()
    {
        byte[] rest = [1, 1, 1, 0xFB, 14, 13, .. OperandCounts, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F];
        byte[] header = [.. U16(5), 8, 0, .. U32((uint)rest.Length), .. rest];
        Assert.That(With((".debug_line", Unit(header, [25, 2, 0x10]))).Lines.Find(Inner), Is.Null);
    }

    [Test]
    public void All_units_are_read()
    {
        byte[] first = Unit(Version4(), [25, 2, 0x10]);
        byte[] second = Unit(Version5(), [2, 0x10, 25, 2, 0x10]);
        LineTable lines = With((".debug_line", [.. first, .. second]), (".debug_line_str", [.. "/unused\0/source\0"u8])).Lines;
        Assert.That(lines.Find(Inner + 0xF), Is.EqualTo(new SourceLine("a.cs", 8)));
        Assert.That(lines.Find(Inner + 0x10), Is.EqualTo(new SourceLine("a.cs", 8)));
        Assert.That(lines.Find(Inner + 0x20), Is.Null);
    }

    [Test]
    public void A_kernel_in_DWARF_5_has_the_lines_and_names_that_it_has_in_DWARF_4()
    {
        string folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "kernels", "dwarf5");
        Directory.CreateDirectory(folder);
        string assemblies = Path.Combine(TestKernel.KernelFolder, "obj", "Debug", "net10.0", "kernel.dll");
        string coreLibrary = Path.Combine(Toolchain.RepositoryRoot, "reference", "corelib", "bin", "Debug", "net10.0", "corelib.dll");
        (string Image, Symbolizer Symbols)[] versions =
            [.. ((string[])["-g", "--gdwarf-5"]).Select((option, i) => Compile(assemblies, coreLibrary, option, Path.Combine(folder, $"{i}")))];

        (string image, Symbolizer four) = versions[0];
        Symbolizer five = versions[1].Symbols;
        int located = 0;
        foreach (ElfSymbol function in ElfFile.Load(image).Symbols.Where(symbol => symbol.IsFunction))
        {
            for (ulong address = function.Value; address < function.Value + Math.Max(function.Size, 1); address++)
            {
                Assert.That(five.Describe(address), Is.EqualTo(four.Describe(address)));
                located += four.Locate(address) is null ? 0 : 1;
            }
        }

        Assert.That(located, Is.GreaterThan(1000));
    }

    private static (string Image, Symbolizer Symbols) Compile(string assembly, string coreLibrary, string option, string output)
    {
        string[] arguments =
        [
            assembly, coreLibrary, "--systemmodule:corelib", "-O", "--nativelib", "--targetos:linux", "--targetarch:x64", "-g", option,
            "--methodbodyfolding:none", "--reflectiondata:none", "--parallelism:1", "-o", output + ".o",
        ];
        using (Process ilc = Process.Start(Path.Combine(Toolchain.IlcDirectory, "ilc"), arguments))
            ilc.WaitForExit();
        File.WriteAllBytes(output + ".stubs.o", KernelStubs.ObjectFile());
        Assert.That(NativeTools.Link(ImageKind.Kernel, [output + ".o", output + ".stubs.o"], [], output + ".elf", CancellationToken.None), Is.Null);
        return (output + ".elf", Symbolizer.Load(output + ".elf"));
    }

    private static byte[] Unit(byte[] header, byte[] program) => Sized([.. header, .. SetAddress, .. program, .. EndSequence]);

    /// <summary>Files a.cs in no directory, /source/b.cs, /absolute.cs, numbered from 1.</summary>
    private static byte[] Version4()
    {
        byte[] rest =
        [
            1, 1, 1, 0xFB, 14, 13, .. OperandCounts, .. "/source\0\0"u8,
            .. "a.cs\0"u8, 0, 0, 0, .. "b.cs\0"u8, 1, 0, 0, .. "/absolute.cs\0"u8, 1, 0, 0, 0,
        ];
        return [.. U16(4), .. U32((uint)rest.Length), .. rest];
    }

    /// <summary>The same files; number 0 is another name of the first.</summary>
    private static byte[] Version5()
    {
        byte[] directories = [1, 1, 0x1F, 3, .. U32(7), .. U32(0), .. U32(8)]; // a path, as offset into .debug_line_str: "", /unused, /source
        byte[] files = [2, 1, 0x08, 2, 0x0B, 4, .. "a.cs\0"u8, 0, .. "a.cs\0"u8, 0, .. "b.cs\0"u8, 2, .. "/absolute.cs\0"u8, 1];
        byte[] rest = [1, 1, 1, 0xFB, 14, 13, .. OperandCounts, .. directories, .. files];
        return [.. U16(5), 8, 0, .. U32((uint)rest.Length), .. rest];
    }
}
