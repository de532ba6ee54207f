using System.Buffers.Binary;
using System.Text;

namespace Euralios.Grader.Boot;

/// <summary>The addresses of symbols in an ELF64 file. A file that is none, or has no symbols, simply has none of them.</summary>
internal static class ElfSymbols
{
    private const int SectionHeaderSize = 64, SymbolSize = 24, SymbolTable = 2;

    /// <summary>Finds the named symbols; one that is absent is absent from the answer.</summary>
    public static Dictionary<string, ulong> Find(string file, params ReadOnlySpan<string> names)
    {
        Dictionary<string, ulong> found = [];
        byte[][] terminated = [.. names.ToArray().Select(name => Encoding.ASCII.GetBytes(name + "\0"))];
        try
        {
            ReadOnlySpan<byte> elf = File.ReadAllBytes(file);
            if (!elf.StartsWith("\u007fELF\u0002\u0001"u8))
                return found;
            ReadOnlySpan<byte> sections = elf[(int)Word(elf, 40)..];
            int count = BinaryPrimitives.ReadUInt16LittleEndian(elf[60..]);
            for (int i = 0; i < count; i++)
            {
                ReadOnlySpan<byte> section = sections.Slice(i * SectionHeaderSize, SectionHeaderSize);
                if (Half(section, 4) != SymbolTable)
                    continue;
                ReadOnlySpan<byte> strings = Contents(elf, sections.Slice((int)Half(section, 40) * SectionHeaderSize, SectionHeaderSize));
                for (ReadOnlySpan<byte> symbols = Contents(elf, section); symbols.Length >= SymbolSize; symbols = symbols[SymbolSize..])
                {
                    ReadOnlySpan<byte> name = strings[(int)Half(symbols, 0)..];
                    for (int wanted = 0; wanted < names.Length; wanted++)
                    {
                        if (name.StartsWith(terminated[wanted]))
                            found[names[wanted]] = Word(symbols, 8);
                    }
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or OverflowException)
        {
            // QEMU says better what is wrong with the file.
        }
        return found;
    }

    private static ReadOnlySpan<byte> Contents(ReadOnlySpan<byte> elf, ReadOnlySpan<byte> section) =>
        elf.Slice((int)Word(section, 24), (int)Word(section, 32));

    private static uint Half(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[offset..]);

    private static ulong Word(ReadOnlySpan<byte> bytes, int offset) => BinaryPrimitives.ReadUInt64LittleEndian(bytes[offset..]);
}
