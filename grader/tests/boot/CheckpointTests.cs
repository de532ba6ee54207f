using System.Text;
using Euralios.Grader.Boot;
using Iced.Intel;
using NUnit.Framework;
using static Iced.Intel.AssemblerRegisters;

namespace Euralios.Grader.Tests.Boot;

/// <summary>What host and guest exchange while the guest stands.</summary>
internal sealed class CheckpointTests : BootTest
{
    private const uint Magic = 0x54505345;
    private const uint Name = TestKernel.Data, Region = TestKernel.Data + 0x100;

    [Test]
    public async Task The_seed_is_written_into_the_guest()
    {
        BootRecord record = await BootAsync(c =>
        {
            c.Seed(TestKernel.Data + 3);
            for (uint i = 0; i < 16; i += 4)
            {
                c.mov(eax, __dword_ptr[TestKernel.Data + 3 + i]);
                c.PrintEax(TestCode.Trace);
            }
            c.End(0);
        });

        Assert.That(record.Trace, Is.EqualTo(Seed));
    }

    [Test]
    public async Task An_inspection_takes_registers_and_regions_as_they_are_at_that_moment()
    {
        byte[] table = TestKernel.InspectionTable(Magic, 2, (Region, 5, 7, 2, 0), (Region + 1, 2, 9, 1, 300));
        using TestKernel kernel = new TestKernel(c =>
        {
            c.mov(ebx, 0xb0b);
            c.Checkpoint(2, Name, 5, 41);
            c.mov(__byte_ptr[Region], (byte)'J');
            c.Checkpoint(2, Name, 2, 42);
            c.End(0);
        })
            .With(TestKernel.Table, table)
            .With(Name, Encoding.ASCII.GetBytes("after"))
            .With(Region, Encoding.ASCII.GetBytes("hello"));

        BootRecord record = await BootRunner.RunAsync(Request(kernel));

        Assert.That(record.Ending, Is.EqualTo(Ending.Finished), record.Error);
        Assert.That(record.Snapshots.Select(s => (s.Name, s.Argument)), Is.EqualTo(new[] { ("after", 41UL), ("af", 42UL) }));
        Snapshot first = record.Snapshots[0], second = record.Snapshots[1];
        Assert.That(first.Registers["rbx"], Is.EqualTo(0xb0b));
        Assert.That(first.Registers["rip"], Is.EqualTo(TestKernel.Checkpoint));
        Assert.That(first.Registers["cr0"] & 1, Is.EqualTo(1), "protected mode");
        Assert.That(first.Regions.Select(r => (r.Type, r.Version, r.Index, r.Address, Text(r.Bytes))), Is.EqualTo(new[]
        {
            (7u, (ushort)2, (ushort)0, (ulong)Region, "hello"),
            (9u, (ushort)1, (ushort)300, (ulong)Region + 1, "el"),
        }));
        Assert.That(Text(second.Regions[0].Bytes), Is.EqualTo("Jello"));
        Assert.That(second.Instructions - first.Instructions, Is.EqualTo(7), "return, store, four moves, call");
        Assert.That(record.Instructions, Is.GreaterThan(second.Instructions));
    }

    [Test]
    public async Task A_64_bit_kernels_upper_half_and_large_regions_are_read()
    {
        const int Size = 1 << 20;
        const ulong Start = TestCode.UpperHalf + 0x400000;
        byte[] table = TestKernel.InspectionTable(Magic, 2, (Start, Size, 1, 1, 0), (Start + Size - 16, 16, 1, 1, 1));
        using TestKernel kernel = TestCode.Long(c =>
        {
            c.mov(rdi, Start);
            c.mov(ecx, Size);
            c.mov(al, 0x5a);
            c.rep.stosb();
            c.mov(__byte_ptr[rdi - 1], 0x77);
            c.mov(edi, 2);
            c.mov(rsi, TestCode.UpperHalf + Name);
            c.mov(edx, 1);
            c.mov(rcx, 0xfedc_ba98_7654_3210);
            c.mov(rsp, TestCode.UpperHalf + TestKernel.StackTop);
            c.call(TestKernel.Checkpoint);
            c.mov(edi, 3);
            c.call(TestKernel.Checkpoint);
        });
        kernel.With(TestKernel.Table, table).With(Name, "x"u8.ToArray());

        BootRecord record = await BootRunner.RunAsync(Request(kernel));

        Assert.That(record.Ending, Is.EqualTo(Ending.Finished), record.Error);
        Snapshot snapshot = record.Snapshots.Single();
        Assert.That(snapshot.Argument, Is.EqualTo(0xfedc_ba98_7654_3210));
        Assert.That(snapshot.Registers["cr3"], Is.EqualTo(0x114000));
        Assert.That(snapshot.Registers["efer"] & 0x800, Is.Not.Zero, "the machine has no-execute");
        Assert.That(snapshot.Regions[0].Bytes, Has.Length.EqualTo(Size));
        Assert.That(snapshot.Regions[0].Bytes[..^1], Is.All.EqualTo(0x5a));
        Assert.That(snapshot.Regions[1].Bytes[15], Is.EqualTo(0x77));
    }

    private static readonly TestCaseData[] _malformedTables =
    [
        new TestCaseData(TestKernel.InspectionTable(0x12345678, 0), "12345678").SetArgDisplayNames("wrong magic"),
        new TestCaseData(TestKernel.InspectionTable(Magic, 65), "65 entries").SetArgDisplayNames("too many entries"),
        new TestCaseData(TestKernel.InspectionTable(Magic, uint.MaxValue), "4294967295 entries").SetArgDisplayNames("far too many entries"),
        new TestCaseData(TestKernel.InspectionTable(Magic, 1, (0x100000, (1 << 20) + 1, 1, 1, 0)), "1048577 bytes").SetArgDisplayNames("long region"),
        new TestCaseData(TestKernel.InspectionTable(Magic, 1, (0x100000, ulong.MaxValue, 1, 1, 0)), "18446744073709551615 bytes").SetArgDisplayNames("endless region"),
        new TestCaseData(TestKernel.InspectionTable(Magic, 9, [.. Enumerable.Repeat((0x100000UL, 1UL << 20, 1u, (ushort)1, (ushort)0), 9)]), "8388608 bytes together")
            .SetArgDisplayNames("too much in all"),
        new TestCaseData(TestKernel.InspectionTable(Magic, 1, (0x2000000, 8, 1, 1, 0)), "0x2000000 with 8 bytes, is not mapped").SetArgDisplayNames("unmapped"),
        new TestCaseData(TestKernel.InspectionTable(Magic, 1, (0x1ff0000, 0x20000, 1, 1, 0)), "is not mapped").SetArgDisplayNames("end unmapped"),
        new TestCaseData(TestKernel.InspectionTable(Magic, 1, (0x1ff0000, 0x100000, 1, 1, 0)), "is not mapped").SetArgDisplayNames("large region, end unmapped"),
        new TestCaseData(TestKernel.InspectionTable(Magic, 1, (0x1f80000, 0x100000, 1, 1, 0)), "is not mapped").SetArgDisplayNames("large region, half of it unmapped"),
        new TestCaseData(TestKernel.InspectionTable(Magic, 1, (ulong.MaxValue, 8, 1, 1, 0)), "is not mapped").SetArgDisplayNames("last byte of all"),
    ];

    [TestCaseSource(nameof(_malformedTables))]
    public async Task A_malformed_table_is_recorded_in_words(byte[] table, string error)
    {
        using TestKernel kernel = TestCode.Long(c => LongCheckpoint(c, 2, Name, 4));
        kernel.With(TestKernel.Table, table).With(Name, "name"u8.ToArray());

        BootRecord record = await BootRunner.RunAsync(Request(kernel));

        Assert.That(record.Ending, Is.EqualTo(Ending.MachineError), record.Error);
        Assert.That(record.Error, Does.Contain(error));
        Assert.That(record.Snapshots, Is.Empty);
    }

    [TestCase(0UL, 0UL, 0UL, "unknown kind 0")]
    [TestCase(4UL, 0UL, 0UL, "unknown kind 4")]
    [TestCase(0x1_0000_0003UL, 0UL, 0UL, "unknown kind 4294967299")]
    [TestCase(1UL, 0x2000000UL, 0UL, "0x2000000 is not mapped")]
    [TestCase(2UL, 0x100000UL, 0UL, "name of 0 bytes")]
    [TestCase(2UL, 0x100000UL, 65UL, "name of 65 bytes")]
    [TestCase(2UL, 0x2000000UL, 8UL, "0x2000000 is not mapped")]
    [TestCase(2UL, 0x100000UL, 8UL, "not printable")]
    public async Task A_malformed_checkpoint_is_recorded_in_words(ulong kind, ulong second, ulong third, string error)
    {
        using TestKernel kernel = TestCode.Long(c => LongCheckpoint(c, kind, second, third));

        BootRecord record = await BootRunner.RunAsync(Request(kernel));

        Assert.That(record.Ending, Is.EqualTo(Ending.MachineError), record.Error);
        Assert.That(record.Error, Does.Contain(error));
    }

    [Test]
    public async Task Checkpoints_are_counted()
    {
        BootRecord record = await BootAsync(c =>
        {
            Label again = c.CreateLabel();
            c.Label(ref again);
            c.Seed(TestKernel.Data);
            c.jmp(again);
        });

        Assert.That(record.Ending, Is.EqualTo(Ending.MachineError), record.Error);
        Assert.That(record.Error, Does.Contain("10000 checkpoints"));
    }

    private static void LongCheckpoint(Assembler c, ulong kind, ulong second, ulong third)
    {
        c.mov(rdi, kind);
        c.mov(rsi, second);
        c.mov(rdx, third);
        c.call(TestKernel.Checkpoint);
    }
}
