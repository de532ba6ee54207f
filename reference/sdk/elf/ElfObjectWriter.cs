using System.Buffers.Binary;
using System.Text;

namespace Euralios.Sdk.Elf;

/// <summary>How the linker fills a place in.</summary>
public enum RelocationKind
{
    /// <summary>R_X86_64_64: the symbol's address in 8 bytes.</summary>
    Absolute64 = 1,

    /// <summary>R_X86_64_PC32: the distance from the place to the symbol in 4 signed bytes.</summary>
    Relative32 = 2,

    /// <summary>R_X86_64_32: the symbol's address in 4 bytes, zero-extended.</summary>
    Absolute32 = 10,
}

/// <summary>A place in a section that the linker fills in.</summary>
/// <param name="Offset">The place, from the section's start.</param>
/// <param name="Kind">How.</param>
/// <param name="Symbol">With which symbol's address.</param>
/// <param name="Addend">Added to the address.</param>
public readonly record struct Relocation(int Offset, RelocationKind Kind, string Symbol, long Addend);

/// <summary>A section of an object file.</summary>
/// <param name="Name">Its name, which the linker script sorts by.</param>
/// <param name="Use">SHF_ bits.</param>
/// <param name="Alignment">A power of two.</param>
/// <param name="Bytes">Its contents; empty for a section that takes no room in the file.</param>
/// <param name="ZeroedSize">Bytes of a SHT_NOBITS section; 0 for one with contents.</param>
/// <param name="Symbols">Global symbols defined in it, by name, with their offset.</param>
/// <param name="Relocations">Places to fill in.</param>
/// <param name="IsNote">SHT_NOTE.</param>
public sealed record ObjectSection(
    string Name,
    SectionUse Use,
    int Alignment,
    byte[] Bytes,
    int ZeroedSize,
    IReadOnlyDictionary<string, int> Symbols,
    IReadOnlyList<Relocation> Relocations,
    bool IsNote = false);

/// <summary>SHF_ flags (ELF specification, sections).</summary>
[Flags]
public enum SectionUse
{
    /// <summary>Read-only data that is not part of the running image.</summary>
    None = 0,

    /// <summary>SHF_WRITE.</summary>
    Write = 1,

    /// <summary>SHF_ALLOC: part of the running image.</summary>
    Allocate = 2,

    /// <summary>SHF_EXECINSTR.</summary>
    Execute = 4,
}

/// <summary>Writes a relocatable ELF64 object for x86-64: the little of the format that a linker needs.</summary>
public static class ElfObjectWriter
{
    private const int HeaderSize = 64;
    private const int SectionHeaderSize = 64;
    private const int SymbolSize = 24;
    private const int RelocationSize = 24;

    /// <summary>Lays the sections out as one object file. Symbols that no section defines are left to other objects.</summary>
    public static byte[] Write(IReadOnlyList<ObjectSection> sections)
    {
        var names = new StringTable();
        var symbols = new SymbolTable(sections);
        var file = new MemoryStream();
        file.Write(new byte[HeaderSize]); // filled in last, when the section headers' place is known
        var headers = new List<byte[]> { new byte[SectionHeaderSize] };
        int symbolTableIndex = 1 + sections.Count + sections.Count(section => section.Relocations.Count > 0);

        for (int i = 0; i < sections.Count; i++)
        {
            ObjectSection section = sections[i];
            bool zeroed = section.ZeroedSize > 0;
            uint type = zeroed ? 8u : section.IsNote ? 7u : 1u;
            long offset = zeroed ? file.Length : file.Append(section.Bytes, section.Alignment);
            headers.Add(Header(
                names.Add(section.Name),
                type,
                (ulong)section.Use,
                offset,
                zeroed ? section.ZeroedSize : section.Bytes.Length,
                0,
                0,
                section.Alignment,
                0));
        }

        for (int i = 0; i < sections.Count; i++)
        {
            if (sections[i].Relocations.Count == 0)
                continue;
            byte[] table = Relocations(sections[i], symbols);
            headers.Add(Header(
                names.Add(".rela" + sections[i].Name), 4, 0, file.Append(table, 8), table.Length, symbolTableIndex, i + 1, 8, RelocationSize));
        }

        headers.Add(Header(
            names.Add(".symtab"), 2, 0, file.Append(symbols.Bytes, 8), symbols.Bytes.Length, symbolTableIndex + 1, 1, 8, SymbolSize));
        headers.Add(Header(names.Add(".strtab"), 3, 0, file.Append(symbols.Names, 1), symbols.Names.Length, 0, 0, 1, 0));
        uint ownName = names.Add(".shstrtab");
        headers.Add(Header(ownName, 3, 0, file.Append(names.Bytes, 1), names.Bytes.Length, 0, 0, 1, 0));
        long headerOffset = file.Append([.. headers.SelectMany(header => header)], 8);

        byte[] bytes = file.ToArray();
        FileHeader(bytes, headerOffset, headers.Count);
        return bytes;
    }

    private static byte[] Relocations(ObjectSection section, SymbolTable symbols)
    {
        var bytes = new byte[section.Relocations.Count * RelocationSize];
        for (int i = 0; i < section.Relocations.Count; i++)
        {
            Relocation relocation = section.Relocations[i];
            Span<byte> entry = bytes.AsSpan(i * RelocationSize, RelocationSize);
            BinaryPrimitives.WriteUInt64LittleEndian(entry, (ulong)relocation.Offset);
            BinaryPrimitives.WriteUInt64LittleEndian(entry[8..], ((ulong)symbols.IndexOf(relocation.Symbol) << 32) | (uint)relocation.Kind);
            BinaryPrimitives.WriteInt64LittleEndian(entry[16..], relocation.Addend);
        }

        return bytes;
    }

    private static byte[] Header(uint name, uint type, ulong flags, long offset, long size, int link, int info, int alignment, int entrySize)
    {
        var header = new byte[SectionHeaderSize];
        Span<byte> span = header;
        BinaryPrimitives.WriteUInt32LittleEndian(span, name);
        BinaryPrimitives.WriteUInt32LittleEndian(span[4..], type);
        BinaryPrimitives.WriteUInt64LittleEndian(span[8..], flags);
        BinaryPrimitives.WriteUInt64LittleEndian(span[24..], (ulong)offset);
        BinaryPrimitives.WriteUInt64LittleEndian(span[32..], (ulong)size);
        BinaryPrimitives.WriteInt32LittleEndian(span[40..], link);
        BinaryPrimitives.WriteInt32LittleEndian(span[44..], info);
        BinaryPrimitives.WriteUInt64LittleEndian(span[48..], (ulong)alignment);
        BinaryPrimitives.WriteUInt64LittleEndian(span[56..], (ulong)entrySize);
        return header;
    }

    private static void FileHeader(Span<byte> file, long sectionHeaders, int count)
    {
        "\u007fELF"u8.CopyTo(file);
        file[4] = 2; // ELFCLASS64
        file[5] = 1; // ELFDATA2LSB
        file[6] = 1; // EV_CURRENT
        BinaryPrimitives.WriteUInt16LittleEndian(file[16..], 1); // ET_REL
        BinaryPrimitives.WriteUInt16LittleEndian(file[18..], 62); // EM_X86_64
        BinaryPrimitives.WriteUInt32LittleEndian(file[20..], 1);
        BinaryPrimitives.WriteUInt64LittleEndian(file[40..], (ulong)sectionHeaders);
        BinaryPrimitives.WriteUInt16LittleEndian(file[52..], HeaderSize);
        BinaryPrimitives.WriteUInt16LittleEndian(file[58..], SectionHeaderSize);
        BinaryPrimitives.WriteUInt16LittleEndian(file[60..], (ushort)count);
        BinaryPrimitives.WriteUInt16LittleEndian(file[62..], (ushort)(count - 1));
    }

    private static long Append(this MemoryStream file, byte[] bytes, int alignment)
    {
        while (file.Length % alignment != 0)
            file.WriteByte(0);
        long offset = file.Length;
        file.Write(bytes);
        return offset;
    }

    private sealed class StringTable
    {
        private readonly List<byte> text = [0];

        public byte[] Bytes => [.. text];

        public uint Add(string name)
        {
            uint offset = (uint)text.Count;
            text.AddRange(Encoding.ASCII.GetBytes(name));
            text.Add(0);
            return offset;
        }
    }

    /// <summary>All symbols are global: the null entry first, then the defined ones, then those left to other objects.</summary>
    private sealed class SymbolTable
    {
        private readonly Dictionary<string, int> indices = [];
        private readonly List<byte> entries = [.. new byte[SymbolSize]];
        private readonly StringTable names = new();

        public SymbolTable(IReadOnlyList<ObjectSection> sections)
        {
            for (int i = 0; i < sections.Count; i++)
            {
                foreach ((string name, int offset) in sections[i].Symbols)
                    Add(name, (ushort)(i + 1), offset, sections[i].Use.HasFlag(SectionUse.Execute));
            }

            foreach (Relocation relocation in sections.SelectMany(section => section.Relocations))
            {
                if (!indices.ContainsKey(relocation.Symbol))
                    Add(relocation.Symbol, 0, 0, false);
            }
        }

        public byte[] Bytes => [.. entries];

        public byte[] Names => names.Bytes;

        public int IndexOf(string name) => indices[name];

        private void Add(string name, ushort section, long value, bool function)
        {
            if (!indices.TryAdd(name, entries.Count / SymbolSize))
                throw new InvalidOperationException($"symbol {name} is defined twice");
            var entry = new byte[SymbolSize];
            BinaryPrimitives.WriteUInt32LittleEndian(entry, names.Add(name));
            entry[4] = (byte)((1 << 4) | (section == 0 ? 0 : function ? 2 : 1)); // STB_GLOBAL; STT_NOTYPE, STT_FUNC or STT_OBJECT
            BinaryPrimitives.WriteUInt16LittleEndian(entry.AsSpan(6), section);
            BinaryPrimitives.WriteInt64LittleEndian(entry.AsSpan(8), value);
            entries.AddRange(entry);
        }
    }
}
