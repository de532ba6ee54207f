using System;
using System.Runtime.CompilerServices;

namespace Merriwig.Tasks;

/// <summary>
/// A static x86-64 program as its ELF file describes it (System V ABI, chapters 4 and 5; the AMD64 supplement): where it starts, and the
/// segments to load. The file is untrusted: every field that is used is checked before it is, and nothing outside the file is read.
/// </summary>
/// <remarks>
/// Holding an image that <see cref="TryRead"/> made proves that its segments are what <see cref="ElfSegment"/> promises, that they are in the
/// order of their addresses, and that the entry point is in an executable one.
/// </remarks>
internal struct ElfImage
{
    /// <summary>The most segments that a program has. A linker makes three or four.</summary>
    internal const int MostSegments = 16;

    /// <summary>The most program headers, of whatever kind, that are looked at.</summary>
    internal const int MostProgramHeaders = 64;

    /// <summary>Where the programs' range of addresses begins.</summary>
    internal const ulong FirstAddress = 0x20_0000;

    /// <summary>Where it ends: the first address beyond it.</summary>
    internal const ulong EndAddress = 0x5000_0000;

    /// <summary>The page, within that range, through which the kernel tells every process the time.</summary>
    internal const ulong InformationPage = 0x4FF_F000;

    private const ulong PageSize = 4096;

    // Sizes and places in the 64-bit class's header and program headers.
    private const int HeaderSize = 64;
    private const int ProgramHeaderSize = 56;

    private const uint Loadable = 1;
    private const uint DynamicLinking = 2;
    private const uint InterpreterPath = 3;

    private const uint Executable = 1;
    private const uint Writable = 2;
    private const uint Readable = 4;

    private Segments segments;
    private int count;

    /// <summary>The address of the program's first instruction.</summary>
    internal ulong Entry { get; private set; }

    /// <summary>How many segments there are, at least 1.</summary>
    internal readonly int Count => count;

    /// <summary>A segment; the lowest address first.</summary>
    internal readonly ElfSegment this[int index] => segments[index];

    /// <summary>Reads a program.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="image">The program; without meaning where there is a problem.</param>
    /// <param name="problem">What is wrong with the file: the first thing found.</param>
    /// <returns>Whether nothing is.</returns>
    internal static bool TryRead(ReadOnlySpan<byte> file, out ElfImage image, out ElfProblem problem)
    {
        image = default;
        problem = CheckHeader(file);
        if (problem == ElfProblem.None)
            problem = image.ReadSegments(file);
        if (problem == ElfProblem.None)
            problem = image.CheckPages();
        if (problem == ElfProblem.None)
            problem = image.SetEntry(Read64(file, 24));
        return problem == ElfProblem.None;
    }

    private static ElfProblem CheckHeader(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeaderSize)
            return ElfProblem.TooShort;
        if (Read32(file, 0) != 0x464C_457F) // 0x7F, then "ELF"
            return ElfProblem.Magic;
        if (file[4] != 2)
            return ElfProblem.Class;
        if (file[5] != 1)
            return ElfProblem.ByteOrder;
        if (file[6] != 1 || Read32(file, 20) != 1)
            return ElfProblem.Version;
        if (Read16(file, 16) != 2)
            return ElfProblem.Type;
        if (Read16(file, 18) != 62)
            return ElfProblem.Machine;
        if (Read16(file, 52) != HeaderSize || Read16(file, 54) != ProgramHeaderSize)
            return ElfProblem.HeaderSize;
        int headers = Read16(file, 56);
        if (headers == 0 || headers > MostProgramHeaders)
            return ElfProblem.HeaderCount;
        return LiesWithin(Read64(file, 32), (ulong)(headers * ProgramHeaderSize), file) ? ElfProblem.None : ElfProblem.HeaderTable;
    }

    /// <summary>Takes the segments to load from the program headers of a file whose header is right.</summary>
    private ElfProblem ReadSegments(ReadOnlySpan<byte> file)
    {
        int headers = Read16(file, 56);
        ReadOnlySpan<byte> table = file.Slice((int)Read64(file, 32), headers * ProgramHeaderSize);
        for (int i = 0; i < headers; i++)
        {
            ReadOnlySpan<byte> header = table.Slice(i * ProgramHeaderSize, ProgramHeaderSize);
            ElfProblem problem = ElfProblem.None;
            switch (Read32(header, 0))
            {
                case Loadable:
                    problem = ReadSegment(header, file);
                    break;

                case DynamicLinking:
                    problem = ElfProblem.Dynamic;
                    break;

                case InterpreterPath:
                    problem = ElfProblem.Interpreter;
                    break;
            }

            if (problem != ElfProblem.None)
                return problem;
        }

        return ElfProblem.None;
    }

    /// <summary>Checks a segment by itself and puts it in its place among those before it. One without memory is left out.</summary>
    private ElfProblem ReadSegment(ReadOnlySpan<byte> header, ReadOnlySpan<byte> file)
    {
        ulong offset = Read64(header, 8);
        ulong address = Read64(header, 16);
        ulong fileSize = Read64(header, 32);
        ulong memorySize = Read64(header, 40);
        ulong alignment = Read64(header, 48);
        uint flags = Read32(header, 4);

        if (fileSize > memorySize)
            return ElfProblem.SegmentSize;
        if (memorySize == 0)
            return ElfProblem.None;
        if (count == MostSegments)
            return ElfProblem.SegmentCount;
        if (!LiesWithin(offset, fileSize, file))
            return ElfProblem.SegmentOffset;
        if (address < FirstAddress || address >= EndAddress || memorySize > EndAddress - address)
            return ElfProblem.SegmentAddress;
        if (address < InformationPage + PageSize && address + memorySize > InformationPage)
            return ElfProblem.InformationPage;

        // An alignment of 0 means none, as 1 does.
        if (alignment > 1 && ((alignment & (alignment - 1)) != 0 || ((address ^ offset) & (alignment - 1)) != 0))
            return ElfProblem.Alignment;
        if ((flags & Readable) == 0)
            return ElfProblem.Unreadable;
        if ((flags & (Writable | Executable)) == (Writable | Executable))
            return ElfProblem.WritableCode;

        Insert(new ElfSegment
        {
            Address = address,
            MemorySize = memorySize,
            FileOffset = (int)offset,
            FileSize = (int)fileSize,
            IsWritable = (flags & Writable) != 0,
            IsExecutable = (flags & Executable) != 0,
        });
        return ElfProblem.None;
    }

    private void Insert(in ElfSegment segment)
    {
        int at = count;
        for (; at > 0 && segments[at - 1].Address > segment.Address; at--)
            segments[at] = segments[at - 1];
        segments[at] = segment;
        count++;
    }

    /// <summary>Each segment begins in a later page than the one in which the segment before it ends.</summary>
    private readonly ElfProblem CheckPages()
    {
        for (int i = 1; i < count; i++)
        {
            if ((segments[i - 1].End - 1) / PageSize >= segments[i].Address / PageSize)
                return ElfProblem.SharedPage;
        }

        return ElfProblem.None;
    }

    private ElfProblem SetEntry(ulong entry)
    {
        Entry = entry;
        for (int i = 0; i < count; i++)
        {
            if (segments[i].IsExecutable && entry >= segments[i].Address && entry < segments[i].End)
                return ElfProblem.None;
        }

        return ElfProblem.Entry;
    }

    private static bool LiesWithin(ulong offset, ulong size, ReadOnlySpan<byte> file) =>
        size <= (ulong)file.Length && offset <= (ulong)file.Length - size;

    private static ushort Read16(ReadOnlySpan<byte> bytes, int at) => (ushort)(bytes[at] | (bytes[at + 1] << 8));

    private static uint Read32(ReadOnlySpan<byte> bytes, int at) => Read16(bytes, at) | ((uint)Read16(bytes, at + 2) << 16);

    private static ulong Read64(ReadOnlySpan<byte> bytes, int at) => Read32(bytes, at) | ((ulong)Read32(bytes, at + 4) << 32);

    [InlineArray(MostSegments)]
    private struct Segments
    {
        private ElfSegment first;
    }
}
