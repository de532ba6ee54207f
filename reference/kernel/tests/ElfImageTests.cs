using System;
using System.Collections.Generic;
using System.Linq;
using Merriwig.Tasks;
using NUnit.Framework;
using static System.Buffers.Binary.BinaryPrimitives;
using static Merriwig.Tests.ProgramFile;

namespace Merriwig.Tests;

/// <summary>Program files: a right one, one wrong one for each check, and thousands at random against a second reading of the rules.</summary>
public sealed class ElfImageTests
{
    [Test]
    public void ReadsAProgram()
    {
        Assert.That(ElfImage.TryRead(Create(), out ElfImage image, out ElfProblem problem), Is.True);
        Assert.That(problem, Is.EqualTo(ElfProblem.None));
        Assert.That(image.Entry, Is.EqualTo(0x20_1010));
        Assert.That(Describe(image), Is.EqualTo("201000+234=1000+234 rx, 202240+c0=1240+c0 r, 203300+2000=1300+80 rw"));
    }

    // One field of the right file, and what it says instead.
    [TestCase(0, 1, 0x7Eul, nameof(ElfProblem.Magic))]
    [TestCase(3, 1, 0ul, nameof(ElfProblem.Magic))]
    [TestCase(ClassField, 1, 1ul, nameof(ElfProblem.Class))]
    [TestCase(ByteOrder, 1, 2ul, nameof(ElfProblem.ByteOrder))]
    [TestCase(IdentificationVersion, 1, 0ul, nameof(ElfProblem.Version))]
    [TestCase(ProgramFile.Version, 4, 0x1_0001ul, nameof(ElfProblem.Version))]
    [TestCase(FileType, 2, 1ul, nameof(ElfProblem.Type))]
    [TestCase(FileType, 2, 3ul, nameof(ElfProblem.Type))]
    [TestCase(Machine, 2, 3ul, nameof(ElfProblem.Machine))]
    [TestCase(Machine, 2, 0x13Eul, nameof(ElfProblem.Machine))]
    [TestCase(HeaderSize, 2, 52ul, nameof(ElfProblem.HeaderSize))]
    [TestCase(EntrySize, 2, 32ul, nameof(ElfProblem.HeaderSize))]
    [TestCase(EntrySize, 2, 0ul, nameof(ElfProblem.HeaderSize))]
    [TestCase(HeaderCount, 2, 0ul, nameof(ElfProblem.HeaderCount))]
    [TestCase(HeaderCount, 2, 65ul, nameof(ElfProblem.HeaderCount))]
    [TestCase(HeaderCount, 2, 0xFFFFul, nameof(ElfProblem.HeaderCount))]
    [TestCase(TableOffset, 8, Length - (Headers * 56) + 1ul, nameof(ElfProblem.HeaderTable))]
    [TestCase(TableOffset, 8, 0x1_0000_0040ul, nameof(ElfProblem.HeaderTable))]
    [TestCase(TableOffset, 8, ulong.MaxValue, nameof(ElfProblem.HeaderTable))]
    [TestCase(Note + Kind, 4, 2ul, nameof(ElfProblem.Dynamic))]
    [TestCase(Note + Kind, 4, 3ul, nameof(ElfProblem.Interpreter))]
    [TestCase(Code + FileSize, 8, 0x235ul, nameof(ElfProblem.SegmentSize))]
    [TestCase(Nothing + FileSize, 8, 1ul, nameof(ElfProblem.SegmentSize))]
    [TestCase(Data + Offset, 8, 0x1381ul, nameof(ElfProblem.SegmentOffset))]
    [TestCase(Data + Offset, 8, 0x8000_0000ul, nameof(ElfProblem.SegmentOffset))]
    [TestCase(Data + Offset, 8, 0x1_0000_1300ul, nameof(ElfProblem.SegmentOffset))]
    [TestCase(Data + Offset, 8, ulong.MaxValue, nameof(ElfProblem.SegmentOffset))]
    [TestCase(Data + FileSize, 8, 0x101ul, nameof(ElfProblem.SegmentOffset))]
    [TestCase(Code + Address, 8, 0x1F_F000ul, nameof(ElfProblem.SegmentAddress))]
    [TestCase(Code + Address, 8, 0ul, nameof(ElfProblem.SegmentAddress))]
    [TestCase(Code + Address, 8, 0x5000_0000ul, nameof(ElfProblem.SegmentAddress))]
    [TestCase(Data + Address, 8, 0x4FFF_E300ul, nameof(ElfProblem.SegmentAddress))]
    [TestCase(Data + MemorySize, 8, 0x4FDF_CD01ul, nameof(ElfProblem.SegmentAddress))]
    [TestCase(Data + MemorySize, 8, ulong.MaxValue, nameof(ElfProblem.SegmentAddress))]
    [TestCase(Code + Address, 8, ulong.MaxValue - 0xFFF, nameof(ElfProblem.SegmentAddress))]
    [TestCase(Code + Address, 8, 0x4FF_F000ul, nameof(ElfProblem.InformationPage))]
    [TestCase(Data + Address, 8, 0x4FF_E300ul, nameof(ElfProblem.InformationPage))]
    [TestCase(Data + MemorySize, 8, 0x4DF_BD01ul, nameof(ElfProblem.InformationPage))]
    [TestCase(Data + MemorySize, 8, 0x1000_0000ul, nameof(ElfProblem.InformationPage))]
    [TestCase(Code + Alignment, 8, 0x1001ul, nameof(ElfProblem.Alignment))]
    [TestCase(Code + Alignment, 8, 3ul, nameof(ElfProblem.Alignment))]
    [TestCase(Code + Alignment, 8, 0x40_0000ul, nameof(ElfProblem.Alignment))]
    [TestCase(Code + Alignment, 8, ulong.MaxValue, nameof(ElfProblem.Alignment))]
    [TestCase(Constants + Offset, 8, 0x1241ul, nameof(ElfProblem.Alignment))]
    [TestCase(Code + Flags, 4, 1ul, nameof(ElfProblem.Unreadable))]
    [TestCase(Data + Flags, 4, 2ul, nameof(ElfProblem.Unreadable))]
    [TestCase(Constants + Flags, 4, 0ul, nameof(ElfProblem.Unreadable))]
    [TestCase(Data + Flags, 4, 7ul, nameof(ElfProblem.WritableCode))]
    [TestCase(Constants + Address, 8, 0x20_1240ul, nameof(ElfProblem.SharedPage), TestName = "two segments in one page")]
    [TestCase(Data + Address, 8, 0x20_2300ul, nameof(ElfProblem.SharedPage), TestName = "two segments side by side")]
    [TestCase(Data + Address, 8, 0x20_0300ul, nameof(ElfProblem.SharedPage), TestName = "a segment that reaches into the next one")]
    [TestCase(Code + MemorySize, 8, 0x1001ul, nameof(ElfProblem.SharedPage), TestName = "zeros that reach into the next page")]
    [TestCase(ProgramFile.Entry, 8, 0ul, nameof(ElfProblem.Entry))]
    [TestCase(ProgramFile.Entry, 8, 0x20_0FFFul, nameof(ElfProblem.Entry))]
    [TestCase(ProgramFile.Entry, 8, 0x20_1234ul, nameof(ElfProblem.Entry))]
    [TestCase(ProgramFile.Entry, 8, 0x20_2240ul, nameof(ElfProblem.Entry), TestName = "a start among constants")]
    [TestCase(ProgramFile.Entry, 8, ulong.MaxValue, nameof(ElfProblem.Entry))]
    [TestCase(Code + Flags, 4, 4ul, nameof(ElfProblem.Entry), TestName = "code that is not executable")]
    public void Refuses(int place, int width, ulong value, string problem) => Assert.That(Verdict(place, width, value), Is.EqualTo(problem));

    // The same, where the other value is as good.
    [TestCase(Code + Alignment, 8, 0ul)]
    [TestCase(Code + Alignment, 8, 1ul)]
    [TestCase(Constants + Alignment, 8, 0x40ul)]
    [TestCase(Data + Flags, 4, 4ul)]
    [TestCase(Constants + Flags, 4, 5ul)]
    [TestCase(Data + FileSize, 8, 0x100ul, TestName = "a segment up to the file's end")]
    [TestCase(Data + FileSize, 8, 0ul, TestName = "a segment of zeros alone")]
    [TestCase(Constants + Address, 8, 0x20_0240ul)]
    [TestCase(Data + Address, 8, 0x4FFF_D300ul)]
    [TestCase(Data + Address, 8, 0x500_0300ul)]
    [TestCase(Data + MemorySize, 8, 0x4DF_BD00ul, TestName = "zeros up to the information page")]
    [TestCase(Data + MemorySize, 8, 0x80ul)]
    [TestCase(Code + MemorySize, 8, 0x1000ul)]
    [TestCase(ProgramFile.Entry, 8, 0x20_1233ul)]
    [TestCase(Nothing + Kind, 4, 0x6474_E551ul)]
    [TestCase(Nothing + Alignment, 8, 3ul)]
    [TestCase(HeaderCount, 2, 3ul)]
    public void Accepts(int place, int width, ulong value) => Assert.That(Verdict(place, width, value), Is.EqualTo(nameof(ElfProblem.None)));

    /// <summary>The segments are in the order of their addresses, whatever that of their headers is.</summary>
    [Test]
    public void Sorts()
    {
        byte[] file = Create();
        Write(file, Data + Address, 8, 0x30_0300);
        Write(file, Code + Address, 8, 0x40_0000);
        Write(file, ProgramFile.Entry, 8, 0x40_0000);
        Assert.That(ElfImage.TryRead(file, out ElfImage image, out _), Is.True);
        Assert.That(Describe(image), Is.EqualTo("202240+c0=1240+c0 r, 300300+2000=1300+80 rw, 400000+234=1000+234 rx"));
    }

    [TestCase(16, 16, nameof(ElfProblem.None))]
    [TestCase(16, 64, nameof(ElfProblem.None), TestName = "16 segments, and headers of others")]
    [TestCase(17, 17, nameof(ElfProblem.SegmentCount))]
    public void Counts(int segments, int headers, string expected)
    {
        byte[] file = Create();
        const int table = 0x200;
        Write(file, TableOffset, 8, table);
        Write(file, HeaderCount, 2, (ulong)headers);
        file.AsSpan(table, headers * EntryBytes).Clear();
        for (int i = 0; i < segments; i++)
            WriteSegment(file, table + (i * EntryBytes), 5, 0, 0x20_1000 + (0x1000 * (ulong)i), 0x100, 0x1000, 0x1000);
        ElfImage.TryRead(file, out ElfImage image, out ElfProblem problem);
        Assert.That($"{problem}", Is.EqualTo(expected));
        Assert.That(image.Count, Is.EqualTo(16));
    }

    /// <summary>A file that ends early is refused, wherever it does; up to where the header ends because of that.</summary>
    [Test]
    public void RefusesEveryBeginning()
    {
        byte[] file = Create();
        for (int length = 0; length < 0x1380; length++)
        {
            ElfImage.TryRead(file.AsSpan(0, length), out _, out ElfProblem problem);
            ElfProblem expected = length < 64 ? ElfProblem.TooShort : length < Nothing + EntryBytes ? ElfProblem.HeaderTable : ElfProblem.SegmentOffset;
            Assert.That(problem, Is.EqualTo(expected), $"{length} bytes");
        }
    }

    /// <summary>Files at random around the right one: accepted exactly when the rules, written down a second time, say so.</summary>
    [Test]
    public void AgreesWithTheRules([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        int accepted = 0;
        for (int i = 0; i < 1000; i++)
        {
            ReadOnlySpan<byte> file = Mutate(random);
            bool actual = ElfImage.TryRead(file, out ElfImage image, out ElfProblem problem);
            string? expected = Expected(file);
            Assert.That(actual ? Describe(image) : null, Is.EqualTo(expected), $"file {i}: {problem}");
            Assert.That(problem == ElfProblem.None, Is.EqualTo(actual));
            accepted += actual ? 1 : 0;
        }

        Assert.That(accepted, Is.InRange(100, 900), "both verdicts are met often");
    }

    private static readonly int[] Places =
    [
        .. new[] { Code, Constants, Data, Note, Nothing }.SelectMany(header =>
            new[] { Kind, Flags, Offset, Address, FileSize, MemorySize, Alignment }.Select(field => header + field)),
        ProgramFile.Entry, TableOffset, HeaderCount,
    ];

    private static readonly ulong[] Values =
    [
        0, 1, 2, 3, 4, 5, 6, 7, 0x40, 0x80, 0x100, 0x234, 0x1000, 0x1240, 0x1300, 0x1400, 0x2000, 0x1F_FFFF, 0x20_0000, 0x20_1000, 0x20_1010, 0x20_2240,
        0x20_3300, 0x20_4300, 0x4FF_E000, 0x4FF_F000, 0x500_0000, 0x4FFF_F000, 0x5000_0000, int.MaxValue, uint.MaxValue, long.MaxValue, ulong.MaxValue,
    ];

    private static ReadOnlySpan<byte> Mutate(Random random)
    {
        byte[] file = Create();
        for (int changes = random.Next(1, 4); changes > 0; changes--)
        {
            int place = Places[random.Next(Places.Length)];
            switch (random.Next(4))
            {
                case 0:
                    file[random.Next(Nothing + EntryBytes)] = (byte)random.Next(256);
                    break;

                case 1:
                    file[place + random.Next(3)] ^= (byte)(1 << random.Next(8));
                    break;

                case 2:
                    Write(file, place, 4, Values[random.Next(Values.Length)]);
                    break;

                default:
                    Write(file, place, 8, Values[random.Next(Values.Length)]);
                    break;
            }
        }

        return random.Next(10) == 0 ? file.AsSpan(0, random.Next(Length)) : file;
    }

    /// <summary>The rules once more, in numbers that cannot overflow. Null for a file that is to be refused.</summary>
    private static string? Expected(ReadOnlySpan<byte> file)
    {
        byte[] identification = [0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1];
        if (file.Length < 64 || !file.StartsWith(identification) || ReadUInt16LittleEndian(file[16..]) != 2 || ReadUInt16LittleEndian(file[18..]) != 62
            || ReadUInt32LittleEndian(file[20..]) != 1 || ReadUInt16LittleEndian(file[52..]) != 64 || ReadUInt16LittleEndian(file[54..]) != 56)
            return null;
        int headers = ReadUInt16LittleEndian(file[56..]);
        UInt128 table = ReadUInt64LittleEndian(file[32..]);
        if (headers is < 1 or > 64 || table + (UInt128)(headers * 56) > (UInt128)file.Length)
            return null;
        var segments = new List<(UInt128 Start, UInt128 End, UInt128 Offset, UInt128 Size, uint Flags)>();
        for (int i = 0; i < headers; i++)
        {
            ReadOnlySpan<byte> header = file.Slice((int)table + (i * 56), 56);
            uint kind = ReadUInt32LittleEndian(header);
            if (kind is 2 or 3)
                return null;
            if (kind != 1)
                continue;
            UInt128 start = ReadUInt64LittleEndian(header[16..]);
            UInt128 offset = ReadUInt64LittleEndian(header[8..]);
            UInt128 fileSize = ReadUInt64LittleEndian(header[32..]);
            UInt128 memorySize = ReadUInt64LittleEndian(header[40..]);
            UInt128 alignment = ReadUInt64LittleEndian(header[48..]);
            uint flags = ReadUInt32LittleEndian(header[4..]) & 7;
            if (fileSize > memorySize)
                return null;
            if (memorySize == 0)
                continue;
            UInt128 end = start + memorySize;
            if (start < 0x20_0000 || end > 0x5000_0000 || (start < 0x500_0000 && end > 0x4FF_F000) || offset + fileSize > (UInt128)file.Length
                || flags is not (4 or 5 or 6) || (alignment > 1 && (!UInt128.IsPow2(alignment) || start % alignment != offset % alignment)))
                return null;
            segments.Add((start, end, offset, fileSize, flags));
        }

        UInt128 entry = ReadUInt64LittleEndian(file[24..]);
        bool apart = segments.All(a => segments.All(b => a == b || PageAfter(a.End) <= b.Start / 4096 || PageAfter(b.End) <= a.Start / 4096));
        bool distinct = segments.Distinct().Count() == segments.Count;
        if (segments.Count > 16 || !apart || !distinct || !segments.Any(segment => (segment.Flags & 1) != 0 && entry >= segment.Start && entry < segment.End))
            return null;
        return string.Join(", ", segments.OrderBy(segment => segment.Start).Select(segment =>
            Text((ulong)segment.Start, (ulong)(segment.End - segment.Start), (int)segment.Offset, (int)segment.Size, (segment.Flags & 2) != 0, (segment.Flags & 1) != 0)));

        static UInt128 PageAfter(UInt128 end) => (end + 4095) / 4096;
    }

    private static string Verdict(int place, int width, ulong value)
    {
        byte[] file = Create();
        Write(file, place, width, value);
        ElfImage.TryRead(file, out _, out ElfProblem problem);
        return $"{problem}";
    }

    private static string Describe(ElfImage image) =>
        string.Join(", ", Enumerable.Range(0, image.Count).Select(i => image[i]).Select(segment =>
            Text(segment.Address, segment.MemorySize, segment.FileOffset, segment.FileSize, segment.IsWritable, segment.IsExecutable)));

    private static string Text(ulong address, ulong memorySize, int offset, int fileSize, bool writable, bool executable) =>
        $"{address:x}+{memorySize:x}={offset:x}+{fileSize:x} r{(writable ? "w" : "")}{(executable ? "x" : "")}";
}
