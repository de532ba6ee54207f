using System.Buffers.Binary;
using System.Text;

namespace Euralios.Sdk.Elf;

/// <summary>A section, as its header describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">SHT_ number.</param>
/// <param name="Address">Its address in the running image; 0 in an object.</param>
/// <param name="Offset">Its place in the file.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Link">The section it refers to.</param>
/// <param name="Info">For relocations: the section they apply to.</param>
public sealed record ElfSection(string Name, uint Type, ulong Address, long Offset, long Size, int Link, int Info);

/// <summary>A symbol.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its address, or in an object its offset in the section.</param>
/// <param name="Size">Bytes it spans; 0 where nobody said.</param>
/// <param name="Section">Index of its section; 0 when another file defines it.</param>
/// <param name="IsFunction">STT_FUNC.</param>
public readonly record struct ElfSymbol(string Name, ulong Value, ulong Size, int Section, bool IsFunction);

/// <summary>A place that a relocation of an object fills in.</summary>
/// <param name="Section">Index of the section that holds the place.</param>
/// <param name="Offset">The place.</param>
/// <param name="Symbol">The symbol it is filled in with.</param>
public readonly record struct ElfReference(int Section, ulong Offset, ElfSymbol Symbol);

/// <summary>A malformed ELF file; the message says what is wrong with which file.</summary>
public sealed class ElfFormatException(string message) : Exception(message);

/// <summary>Reads ELF64 files for x86-64, objects and images, little endian. Every offset is checked before use.</summary>
public sealed class ElfFile
{
    private readonly byte[] bytes;
    private readonly string path;
    private List<ElfSymbol>? symbols;

    private ElfFile(string path, byte[] bytes)
    {
        this.path = path;
        this.bytes = bytes;
        if (bytes.Length < 64 || !bytes.AsSpan(0, 6).SequenceEqual("\u007fELF\u0002\u0001"u8))
            throw new ElfFormatException($"{path}: not a 64-bit little-endian ELF file");
        Entry = U64(24);
        long headers = (long)U64(40);
        int size = U16(58);
        int count = U16(60);
        if (size != 64 && count > 0)
            throw new ElfFormatException($"{path}: section headers of {size} bytes, 64 expected");
        Sections = ReadSections(headers, count, U16(62));
    }

    /// <summary>The entry address.</summary>
    public ulong Entry { get; }

    /// <summary>All sections; index 0 is the empty one.</summary>
    public IReadOnlyList<ElfSection> Sections { get; }

    /// <summary>All named symbols.</summary>
    public IReadOnlyList<ElfSymbol> Symbols => symbols ??= [.. ReadSymbolTable().Where(symbol => symbol.Name.Length > 0)];

    /// <summary>Reads a file.</summary>
    /// <exception cref="ElfFormatException">It is malformed.</exception>
    public static ElfFile Load(string path) => new(path, File.ReadAllBytes(path));

    /// <summary>Reads a file's bytes; <paramref name="name"/> stands in messages.</summary>
    /// <exception cref="ElfFormatException">It is malformed.</exception>
    public static ElfFile Parse(string name, byte[] bytes) => new(name, bytes);

    /// <summary>A section by name, or null.</summary>
    public ElfSection? Section(string name) => Sections.FirstOrDefault(section => section.Name == name);

    /// <summary>A section's contents; empty for one that takes no room in the file.</summary>
    public ReadOnlySpan<byte> Contents(ElfSection section) =>
        section.Type == 8 ? [] : bytes.AsSpan(Checked(section.Offset, section.Size), (int)section.Size);

    /// <summary>The address of a symbol, or null.</summary>
    public ulong? AddressOf(string name)
    {
        foreach (ElfSymbol symbol in Symbols)
        {
            if (symbol.Name == name && symbol.Section != 0)
                return symbol.Value;
        }

        return null;
    }

    /// <summary>All places that an object's relocations fill in.</summary>
    public IEnumerable<ElfReference> References()
    {
        List<ElfSymbol> table = ReadSymbolTable();
        foreach (ElfSection section in Sections.Where(section => section.Type == 4))
        {
            for (long at = section.Offset; at + 24 <= section.Offset + section.Size; at += 24)
            {
                int start = Checked(at, 24);
                int symbol = (int)(U64(start + 8) >> 32);
                if (symbol >= table.Count)
                    throw new ElfFormatException($"{path}: a relocation names symbol {symbol} of {table.Count}");
                yield return new ElfReference(section.Info, U64(start), table[symbol]);
            }
        }
    }

    private List<ElfSection> ReadSections(long headers, int count, int namesIndex)
    {
        var list = new List<ElfSection>(count);
        if (count == 0)
            return list;
        if (namesIndex >= count)
            throw new ElfFormatException($"{path}: section {namesIndex} of {count} is to hold the names");
        int namesHeader = Checked(headers + (namesIndex * 64L), 64);
        long names = (long)U64(namesHeader + 24);
        for (int i = 0; i < count; i++)
        {
            int at = Checked(headers + (i * 64L), 64);
            list.Add(new ElfSection(
                Text(names + U32(at)), U32(at + 4), U64(at + 16), (long)U64(at + 24), (long)U64(at + 32), (int)U32(at + 40), (int)U32(at + 44)));
        }

        return list;
    }

    private List<ElfSymbol> ReadSymbolTable()
    {
        var list = new List<ElfSymbol>();
        ElfSection? table = Sections.FirstOrDefault(section => section.Type == 2);
        if (table is null)
            return list;
        if (table.Link >= Sections.Count)
            throw new ElfFormatException($"{path}: the symbols' names are in section {table.Link} of {Sections.Count}");
        long names = Sections[table.Link].Offset;
        for (long at = table.Offset; at + 24 <= table.Offset + table.Size; at += 24)
        {
            int start = Checked(at, 24);
            list.Add(new ElfSymbol(
                Text(names + U32(start)), U64(start + 8), U64(start + 16), U16(start + 6), (bytes[start + 4] & 15) == 2));
        }

        return list;
    }

    private int Checked(long offset, long size)
    {
        if (offset < 0 || size < 0 || offset > bytes.Length - size)
            throw new ElfFormatException($"{path}: {size} bytes at {offset} lie outside the file of {bytes.Length}");
        return (int)offset;
    }

    private string Text(long offset)
    {
        int start = Checked(offset, 1);
        int length = bytes.AsSpan(start).IndexOf((byte)0);
        if (length < 0)
            throw new ElfFormatException($"{path}: a name runs past the end of the file");
        return Encoding.UTF8.GetString(bytes, start, length);
    }

    private ushort U16(int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));

    private uint U32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(at));

    private ulong U64(int at) => BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));
}
