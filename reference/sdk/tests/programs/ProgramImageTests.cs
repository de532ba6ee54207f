using System.Buffers.Binary;
using Euralios.Sdk.Build;
using Euralios.Sdk.Elf;

namespace Euralios.Sdk.Tests.Programs;

/// <summary>A program's image is as the kernel's loader wants it.</summary>
internal sealed class ProgramImageTests
{
    private const ulong Lowest = 0x20_0000, Highest = 0x5000_0000, PageSize = 4096;
    private const uint Load = 1, Executable = 1, Writable = 2, Readable = 4;
    private const int ExecutableType = 2, X64 = 62;

    private static readonly string[] Names = ["init", "hello"];

    [Test]
    public void It_is_a_static_executable_for_this_processor([ValueSource(nameof(Names))] string name)
    {
        byte[] image = File.ReadAllBytes(ReferencePrograms.Image(name));
        Assert.That(BinaryPrimitives.ReadUInt16LittleEndian(image.AsSpan(16)), Is.EqualTo(ExecutableType));
        Assert.That(BinaryPrimitives.ReadUInt16LittleEndian(image.AsSpan(18)), Is.EqualTo(X64));
        Assert.That(Segments(image).Select(segment => segment.Type), Is.All.EqualTo(Load), "no interpreter, no dynamic section, no thread statics");
    }

    [Test]
    public void Code_constants_and_data_have_their_own_rights([ValueSource(nameof(Names))] string name)
    {
        byte[] image = File.ReadAllBytes(ReferencePrograms.Image(name));
        Assert.That(
            Segments(image).Select(segment => segment.Flags), Is.EqualTo(new[] { Readable | Executable, Readable, Readable | Writable }));
    }

    [Test]
    public void Segments_lie_in_the_programs_range_and_share_no_page([ValueSource(nameof(Names))] string name)
    {
        ulong free = Lowest;
        foreach (Segment segment in Segments(File.ReadAllBytes(ReferencePrograms.Image(name))))
        {
            Assert.That(segment.Address / PageSize * PageSize, Is.GreaterThanOrEqualTo(free));
            Assert.That(segment.Address % PageSize, Is.EqualTo(segment.Offset % PageSize));
            Assert.That(segment.MemorySize, Is.GreaterThanOrEqualTo(segment.FileSize).And.GreaterThan(0));
            free = (segment.Address + segment.MemorySize + PageSize - 1) / PageSize * PageSize;
        }

        Assert.That(free, Is.LessThanOrEqualTo(Highest));
    }

    [Test]
    public void The_entry_is_the_start_stub_in_the_code([ValueSource(nameof(Names))] string name)
    {
        string path = ReferencePrograms.Image(name);
        ElfFile image = ElfFile.Load(path);
        Segment code = Segments(File.ReadAllBytes(path))[0];
        Assert.That(image.Entry, Is.EqualTo(image.AddressOf("_start")).And.InRange(code.Address, code.Address + code.FileSize - 1));
    }

    /// <summary>What the start-up walks over: ILC's header by the address in <c>__modules</c>, and in it the statics that hold references.</summary>
    [Test]
    public void The_statics_are_where_the_start_up_looks_for_them()
    {
        byte[] bytes = File.ReadAllBytes(ReferencePrograms.Image("init"));
        ElfFile image = ElfFile.Parse("init", bytes);
        Assert.That(image.AddressOf("modules_end") - image.AddressOf("modules_start"), Is.EqualTo(sizeof(ulong)), "one module");
        ulong header = U64(image.AddressOf("modules_start")!.Value);
        Assert.That((uint)U64(header), Is.EqualTo(0x0052_5452), "RTR");
        int count = (ushort)(U64(header + 12) & 0xFFFF);
        var tables = new Dictionary<int, (ulong Start, ulong End)>();
        for (int i = 0; i < count; i++)
        {
            ulong row = header + 16 + ((ulong)i * 24);
            tables.Add((int)U64(row), (U64(row + 8), U64(row + 16)));
        }

        (ulong start, ulong end) = tables[201];
        Assert.That(end - start, Is.GreaterThan(0).And.Matches<ulong>(size => size % 4 == 0));
        for (ulong entry = start; entry < end; entry += 4)
        {
            ulong block = entry + (ulong)(long)(int)U64(entry);
            int description = (int)U64(block);
            Assert.That(description & 1, Is.EqualTo(1), "not made yet");
            ulong type = block + (ulong)(long)(description & ~3);
            uint size = (uint)(U64(type) >> 32);
            Assert.That(size, Is.InRange(24, 1 << 16).And.Matches<uint>(value => value % 8 == 0), "an object's size");
        }

        ulong U64(ulong address)
        {
            Segment segment = Segments(bytes).Single(part => address >= part.Address && address + 8 <= part.Address + part.FileSize);
            return BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan((int)(segment.Offset + address - segment.Address)));
        }
    }

    [Test]
    public void Both_ways_to_build_agree_byte_for_byte()
    {
        string source = Path.Combine(Toolchain.RepositoryRoot, "reference", "programs", "hello", "Program.cs");
        string folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "programs", "same");
        ImageBuild build = new ImageBuilder().Build(
            Path.Combine(Path.GetDirectoryName(source)!, "obj", "image.rsp"), [], Path.Combine(folder, "hello"), inspect: null, CancellationToken.None);
        Assert.That(build.Messages, Is.Empty);
        Assert.That(File.ReadAllBytes(build.Image!), Is.EqualTo(File.ReadAllBytes(ReferencePrograms.Image("hello"))));
    }

    [Test]
    public void Trial_instructions_are_only_in_a_program_that_names_one()
    {
        Assert.That(ElfFile.Load(ReferencePrograms.Image("hello")).AddressOf("trial_halt"), Is.Null);
        ImageBuild build = ReferencePrograms.Build("internal static class Program { private static void Main() => Euralios.Std.Trial.Halt(); }");
        Assert.That(build.Messages, Is.Empty);
        Assert.That(ElfFile.Load(build.Image!).AddressOf("trial_halt"), Is.Not.Null);
    }

    [TestCase("System.Console.WriteLine(\"top level\");", TestName = "Statements at the top level are a program")]
    [TestCase("internal static class Program { private static void Main() { } }", TestName = "Main without a result is a program")]
    [TestCase("internal static class Program { private static int Main(string[] args) => args.Length; }", TestName = "Main with arguments is a program")]
    public void Every_form_of_Main(string text) => Assert.That(ReferencePrograms.Build(text).Messages, Is.Empty);

    private static List<Segment> Segments(byte[] image)
    {
        int table = (int)BinaryPrimitives.ReadUInt64LittleEndian(image.AsSpan(32));
        int count = BinaryPrimitives.ReadUInt16LittleEndian(image.AsSpan(56));
        var segments = new List<Segment>();
        for (int i = 0; i < count; i++)
        {
            ReadOnlySpan<byte> header = image.AsSpan(table + (i * 56), 56);
            segments.Add(new Segment(
                BinaryPrimitives.ReadUInt32LittleEndian(header),
                BinaryPrimitives.ReadUInt32LittleEndian(header[4..]),
                BinaryPrimitives.ReadUInt64LittleEndian(header[8..]),
                BinaryPrimitives.ReadUInt64LittleEndian(header[16..]),
                BinaryPrimitives.ReadUInt64LittleEndian(header[32..]),
                BinaryPrimitives.ReadUInt64LittleEndian(header[40..])));
        }

        return segments;
    }

    private sealed record Segment(uint Type, uint Flags, ulong Offset, ulong Address, ulong FileSize, ulong MemorySize);
}
