using System.Text;
using Euralios.Sdk.Symbols;

namespace Euralios.Sdk.Tests.Symbols;

/// <summary>What the serial filter passes on, and when.</summary>
internal sealed class SerialLines
{
    private static readonly Symbolizer Symbols = Symbolizer.Load(TestKernel.ReferenceImage);
    private static readonly ulong Memset = Symbols.AddressOf("memset")!.Value;

    [Test]
    public void A_prompt_appears_although_its_line_has_not_ended() => Assert.That(Through("log\nlogin: "), Is.EqualTo("log\nlogin: "));

    [Test]
    public void Every_byte_goes_through_unchanged()
    {
        var bytes = new byte[100_000];
        new Random(1).NextBytes(bytes);
        var output = new MemoryStream();
        new SerialFilter(Symbols).Write(bytes, output);
        Assert.That(output.ToArray(), Is.EqualTo(bytes));
    }

    [Test]
    public void A_report_may_arrive_in_pieces_of_any_size()
    {
        byte[] report = Encoding.UTF8.GetBytes(Report());
        string whole = Through(Report());
        Assert.That(whole, Is.EqualTo(Report() + "  at memset+0x1\n"));
        for (int size = 1; size < 50; size++)
        {
            var output = new MemoryStream();
            var filter = new SerialFilter(Symbols);
            foreach (byte[] piece in report.Chunk(size))
                filter.Write(piece, output);
            Assert.That(Encoding.UTF8.GetString(output.ToArray()), Is.EqualTo(whole));
        }
    }

    [Test]
    public void The_trace_ends_its_lines_as_the_report_does() =>
        Assert.That(Through(Report().Replace("\n", "\r\n")), Does.EndWith("exception\r\n  at memset+0x1\r\n"));

    [Test]
    public void Each_report_has_a_trace_of_its_own()
    {
        string second = Report().Replace($"{Memset + 1:x16}", $"{Memset + 2:x16}");
        Assert.That(Through(Report() + second), Does.Contain("memset+0x1\n").And.EndWith("memset+0x2\n"));
        Assert.That(Through("EXCEPTION: A\nKernel panic: b\n" + Report() + "Kernel panic: c\n"), Does.EndWith("+0x1\nKernel panic: c\n"));
    }

    [Test]
    public void A_report_without_registers_has_no_trace_after_one_with_them() =>
        Assert.That(Through(Report() + "EXCEPTION: X\nKernel panic: x\n"), Does.EndWith("EXCEPTION: X\nKernel panic: x\n"));

    [Test]
    public void The_end_of_a_long_line_is_no_line()
    {
        string text = new string('x', 1 << 10) + Report().TrimStart('\n');
        for (int cut = 0; cut < 1 << 10; cut++)
            Assert.That(Through(text[cut..]), Is.EqualTo(text[cut..]));
    }

    [TestCase("EXCEPTION: NOTHING MORE\nKernel panic: x\n")]
    [TestCase("Kernel panic: no boot information\n")]
    [TestCase("EXCEPTION: X\nrip 12 rsp\nKernel panic: x\n")]
    [TestCase("EXCEPTION: X\nrip zz rsp zz\nKernel panic: x\n")]
    [TestCase("EXCEPTION: X\nrip 99999999999999999999 rsp 1\nKernel panic: x\n")]
    [TestCase("EXCEPTION: X\nrip -1 rsp +1\nKernel panic: x\n")]
    [TestCase("said EXCEPTION: X\nrip 1 rsp 1\nKernel panic: x\n")]
    public void What_only_looks_like_a_report_has_no_trace(string text) => Assert.That(Through(text), Is.EqualTo(text));

    [TestCase("stack zz: 1 2 3\n")]
    [TestCase("stack 1\n")]
    [TestCase("stack ffffffffffffffff: 1 2 3 4\n")]
    [TestCase("stack 10: 1 99999999999999999999 x\n")]
    [TestCase("r\nrr r r\nrip\n")]
    public void Garbage_within_a_report_is_passed_over(string garbage) =>
        Assert.That(Through(Report(garbage)), Is.EqualTo(Report(garbage) + "  at memset+0x1\n"));

    [Test]
    public void A_line_without_end_takes_no_memory()
    {
        var filter = new SerialFilter(Symbols);
        var piece = new byte[1 << 20];
        Array.Fill(piece, (byte)'x');
        filter.Write(piece, Stream.Null);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 20; i++)
            filter.Write(piece, Stream.Null);
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(4096));

        var output = new MemoryStream();
        filter.Write(Encoding.UTF8.GetBytes("\n" + Report()), output);
        Assert.That(Encoding.UTF8.GetString(output.ToArray()), Does.EndWith("  at memset+0x1\n"), "the next line is a line again");
    }

    [Test]
    public void Stack_words_without_end_take_no_memory()
    {
        var filter = new SerialFilter(Symbols);
        filter.Write("EXCEPTION: X\n"u8, Stream.Null);
        for (ulong i = 0; i < 100_000; i++)
            filter.Write(Encoding.ASCII.GetBytes($"stack {i * 32:x16}: 1 2 3 4\n"), Stream.Null);
        GC.Collect();
        long kept = GC.GetTotalMemory(forceFullCollection: true);
        for (ulong i = 100_000; i < 200_000; i++)
            filter.Write(Encoding.ASCII.GetBytes($"stack {i * 32:x16}: 1 2 3 4\n"), Stream.Null);
        Assert.That(GC.GetTotalMemory(forceFullCollection: true) - kept, Is.LessThan(1 << 20));
        GC.KeepAlive(filter);
    }

    private static string Report(string within = "") =>
        $"\nEXCEPTION: PAGE FAULT\n{within}rip {Memset + 1:x16} rsp {0x1000:x16} rfl {2:x16}\nKernel panic: unhandled exception\n";

    private static string Through(string text)
    {
        var output = new MemoryStream();
        new SerialFilter(Symbols).Write(Encoding.UTF8.GetBytes(text), output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
