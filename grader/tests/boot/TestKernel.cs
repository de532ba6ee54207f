using System.Buffers.Binary;
using System.Text;
using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;

namespace Euralios.Grader.Tests.Boot;

/// <summary>
/// A kernel of a few instructions: a PVH-bootable ELF64 file with one loaded segment. Everything has a fixed place, so that code and data
/// can name one another without labels. It starts in 32-bit protected mode without paging; EDI, ESI, EDX and ECX carry a checkpoint's arguments.
/// </summary>
internal sealed class TestKernel : IDisposable
{
    /// <summary>The places in the segment: <c>__checkpoint</c>, the entry, 64-bit code, <c>__inspect</c>, free data; and the stack's top beyond it.</summary>
    public const uint Checkpoint = 0x100000, Entry = 0x100010, LongCode = 0x108000, Table = 0x110000, Data = 0x111000, StackTop = 0x180000;

    private const int SegmentOffset = 0x1000, SegmentSize = 0x20000, NoteOffset = 0x200, SymbolsOffset = 0x300, SectionsOffset = 0x400;

    private readonly byte[] _file = new byte[SegmentOffset + SegmentSize];

    /// <summary>Assembles a kernel.</summary>
    /// <param name="code">What it does. The stack is set up.</param>
    /// <param name="checkpoints">Whether it has the symbols that the host looks for.</param>
    public TestKernel(Action<Assembler> code, bool checkpoints = true)
    {
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"kernel-{Guid.NewGuid():n}.elf");
        Place(Checkpoint, Assemble(32, Checkpoint, c => c.ret()));
        Place(Entry, Assemble(32, Entry, c =>
        {
            c.mov(esp, StackTop);
            code(c);
            c.cli();
            c.hlt();
        }));
        WriteHeaders(checkpoints);
        Save();
    }

    public string Path { get; }

    /// <summary>Puts bytes at an address of the segment.</summary>
    public TestKernel With(uint address, byte[] bytes)
    {
        Place(address, bytes);
        Save();
        return this;
    }

    /// <summary>An inspection table of the given entries.</summary>
    public static byte[] InspectionTable(uint magic, uint count, params (ulong Address, ulong Length, uint Type, ushort Version, ushort Index)[] entries)
    {
        byte[] table = new byte[8 + 24 * entries.Length];
        Word(table, 0, magic);
        Word(table, 4, count);
        for (int i = 0; i < entries.Length; i++)
        {
            int at = 8 + 24 * i;
            Long(table, at, entries[i].Address);
            Long(table, at + 8, entries[i].Length);
            Word(table, at + 16, entries[i].Type);
            Half(table, at + 20, entries[i].Version);
            Half(table, at + 22, entries[i].Index);
        }
        return table;
    }

    public static byte[] Assemble(int bits, ulong address, Action<Assembler> code)
    {
        var assembler = new Assembler(bits);
        code(assembler);
        using var stream = new MemoryStream();
        assembler.Assemble(new StreamCodeWriter(stream), address);
        return stream.ToArray();
    }

    public void Dispose() => File.Delete(Path);

    private void Save() => File.WriteAllBytes(Path, _file);

    private void Place(uint address, byte[] bytes) => bytes.CopyTo(_file, SegmentOffset + (int)(address - Checkpoint));

    private void WriteHeaders(bool checkpoints)
    {
        "\u007fELF\u0002\u0001\u0001"u8.CopyTo(_file);
        Half(_file, 16, 2);                 // executable
        Half(_file, 18, 62);                // x86-64
        Word(_file, 20, 1);
        Long(_file, 24, Entry);
        Long(_file, 32, 64);                // program headers
        Long(_file, 40, SectionsOffset);
        Half(_file, 52, 64);
        Half(_file, 54, 56);
        Half(_file, 56, 2);
        Half(_file, 58, 64);
        Half(_file, 60, (ushort)(checkpoints ? 3 : 0));

        ProgramHeader(64, type: 1, SegmentOffset, Checkpoint, SegmentSize);
        ProgramHeader(120, type: 4, NoteOffset, 0, 20);
        Word(_file, NoteOffset, 4);         // XEN_ELFNOTE_PHYS32_ENTRY, by which QEMU knows a PVH kernel
        Word(_file, NoteOffset + 4, 4);
        Word(_file, NoteOffset + 8, 18);
        "Xen\0"u8.CopyTo(_file.AsSpan(NoteOffset + 12));
        Word(_file, NoteOffset + 16, Entry);

        byte[] names = Encoding.ASCII.GetBytes("\0__checkpoint\0__inspect\0");
        names.CopyTo(_file, SymbolsOffset);
        int table = SymbolsOffset + 0x40;
        Symbol(table + 24, name: 1, Checkpoint);
        Symbol(table + 48, name: 14, Table);
        Section(SectionsOffset + 64, type: 2, table, 72, link: 2);
        Section(SectionsOffset + 128, type: 3, SymbolsOffset, names.Length, link: 0);
    }

    private void ProgramHeader(int at, uint type, ulong offset, ulong address, ulong size)
    {
        Word(_file, at, type);
        Word(_file, at + 4, 7);
        Long(_file, at + 8, offset);
        Long(_file, at + 16, address);
        Long(_file, at + 24, address);
        Long(_file, at + 32, size);
        Long(_file, at + 40, size);
        Long(_file, at + 48, 4);            // QEMU divides by a note's alignment
    }

    private void Symbol(int at, uint name, ulong value)
    {
        Word(_file, at, name);
        _file[at + 4] = 0x12;
        Half(_file, at + 6, 0xfff1);
        Long(_file, at + 8, value);
    }

    private void Section(int at, uint type, int offset, int size, uint link)
    {
        Word(_file, at + 4, type);
        Long(_file, at + 24, (ulong)offset);
        Long(_file, at + 32, (ulong)size);
        Word(_file, at + 40, link);
        Long(_file, at + 56, 24);
    }

    private static void Half(byte[] bytes, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), value);

    private static void Word(byte[] bytes, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), value);

    private static void Long(byte[] bytes, int at, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(at), value);
}
