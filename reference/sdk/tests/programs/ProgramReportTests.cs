using System.Text;
using Euralios.Sdk.Elf;
using Euralios.Sdk.Symbols;
using Euralios.Sdk.Tests.Symbols;

namespace Euralios.Sdk.Tests.Programs;

/// <summary>A program's report on the serial line, and what a person reads of it.</summary>
internal sealed class ProgramReportTests
{
    private static readonly string Image = ReferencePrograms.Image("hello");
    private static readonly Symbolizer Hello = Symbolizer.Load(Image);
    private static readonly ulong Main = ElfFile.Load(Image).Symbols.Single(symbol => symbol.Name == "hello_Program__Main").Value;

    private static readonly int FirstLine = TestKernel.LineOf("reference/programs/hello/Program.cs", "Console.WriteLine(\"Hello from a program in C#.\");");

    [TestCase("hello")]
    [TestCase("/ramdisk/bin/hello", Description = "of a path the last name counts")]
    public void A_fault_has_method_file_and_line(string name) =>
        Assert.That(Through(Fault(name)), Is.EqualTo(Fault(name) + $"  at Program.Main (reference/programs/hello/Program.cs:{FirstLine})\n"));

    /// <summary>The stub that raises the report and the helper that calls it say nothing: the first line is the method whose check failed.</summary>
    [Test]
    public void A_failed_check_begins_at_the_method_that_made_it()
    {
        ulong stub = Hello.AddressOf("__managed_failure")!.Value + 2;
        string report = Report("INDEX OUT OF RANGE", "hello", $"rip {stub:x16} rsp {0x1000:x16} rfl {2:x16}\nstack {0x1000:x16}: {Main + 2:x16}\n");
        Assert.That(Through(report), Is.EqualTo(report + $"  at Program.Main (reference/programs/hello/Program.cs:{FirstLine})\n"));
    }

    [TestCase("other")]
    [TestCase("../hello")]
    [TestCase("..")]
    public void A_name_that_leads_to_no_program_stays_raw(string name)
    {
        var asked = new List<string>();
        string output = Through(Fault(name), asked: asked);
        Assert.That(asked, Is.All.Matches<string>(one => !one!.Contains('/', StringComparison.Ordinal)), "no path");
        Assert.That(output.StartsWith(Fault(name), StringComparison.Ordinal));
        if (name == "other")
            Assert.That(output, Is.EqualTo(Fault(name)));
    }

    [Test]
    public void Without_programs_their_reports_stay_raw()
    {
        var output = new MemoryStream();
        new SerialFilter(Symbolizer.Load(TestKernel.ReferenceImage)).Write(Encoding.UTF8.GetBytes(Fault("hello")), output);
        Assert.That(Encoding.UTF8.GetString(output.ToArray()), Is.EqualTo(Fault("hello")));
    }

    [Test]
    public void The_kernels_own_report_after_a_programs_is_the_kernels()
    {
        ulong memset = Symbolizer.Load(TestKernel.ReferenceImage).AddressOf("memset")!.Value;
        string own = $"EXCEPTION: PAGE FAULT\nrip {memset + 1:x16} rsp {0x1000:x16} rfl {2:x16}\nProcess 3 ended: not a program's end\nKernel panic: x\n";
        Assert.That(Through(Fault("hello") + own), Does.EndWith("Kernel panic: x\n  at memset+0x1\n").And.Contains($"Program.cs:{FirstLine})"));
    }

    [Test]
    public void Each_program_has_its_own_image()
    {
        ulong start = Symbolizer.Load(ReferencePrograms.Image("init")).AddressOf("_start")!.Value;
        string report = Report("PAGE FAULT", "init", $"rip {start:x16} rsp {0x1000:x16} rfl {2:x16}\n");
        Assert.That(Through(report + Fault("hello")), Does.Contain("  at _start+0x0\n").And.EndWith($"Program.cs:{FirstLine})\n"));
    }

    private static string Fault(string name) => Report("PAGE FAULT", name, $"Accessed address: {0:x16}\nvector 14 error 4\nrip {Main:x16} rsp {0x1000:x16} rfl {2:x16}\n");

    private static string Report(string fault, string name, string body) =>
        $"\nEXCEPTION: {fault} in {name} (process 4, thread 5)\n{body}Process 4 ended: {fault}\n";

    private static string Through(string text, List<string>? asked = null)
    {
        var output = new MemoryStream();
        var filter = new SerialFilter(Symbolizer.Load(TestKernel.ReferenceImage), name =>
        {
            asked?.Add(name);
            return name is "hello" or "init" ? Symbolizer.Load(ReferencePrograms.Image(name)) : null;
        });
        filter.Write(Encoding.UTF8.GetBytes(text), output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
