using System.Text;

namespace Euralios.Sdk.Tests.Symbols;

/// <summary>A kernel that fails in QEMU, some calls deep, and what a person reads of it.</summary>
internal sealed class KernelFaults
{
    private static readonly Lazy<TestKernel> Faults = new(() => TestKernel.Build("Faults"));

    private static readonly string[] Callers =
    [
        "Merriwig.Boot.Kernel.Middle<Merriwig.Boot.Kernel.Pair> (middle)",
        "Merriwig.Boot.Kernel.Outer (outer)",
        "Merriwig.Boot.Kernel.Main (main)",
        "boot_upper_half+0x2a",
    ];

    [TestCase("page", "Merriwig.Boot.Kernel.Nested.Inner (page)", TestName = "A fault in C#")]
    [TestCase(
        "index", "Merriwig.Boot.Kernel.Nested.Element (element)", "Merriwig.Boot.Kernel.Nested.Inner (index)",
        TestName = "A failed check, although every check of a method shares one call")]
    [TestCase(
        "either", "Merriwig.Boot.Kernel.Nested.Either (one or other)", "Merriwig.Boot.Kernel.Nested.Inner (neither)",
        TestName = "A failed check that may be one or another")]
    [TestCase("stub", "context_restore+0x0", "Merriwig.Boot.Kernel.Nested.Inner (stub)", TestName = "A fault in machine code called by C#")]
    [TestCase("call", "0x0000000000000009", "Merriwig.Boot.Kernel.Nested.Inner (call)", TestName = "A call of an address that is no code")]
    public void The_trace_names_methods_files_and_lines(string fault, params string[] innermost)
    {
        TestKernel kernel = Faults.Value;
        byte[] serial = kernel.Boot(fault);
        string read = kernel.Filter(serial).ReplaceLineEndings("\n");

        IEnumerable<string> frames = [.. innermost, .. Callers];
        string trace = string.Concat(frames.Select(frame => "  at " + WithLine(kernel, frame) + "\n"));
        Assert.That(read, Does.StartWith("before the fault\n").And.EndWith("\n" + trace));
        Assert.That(read.Replace(trace, ""), Is.EqualTo(Encoding.UTF8.GetString(serial).ReplaceLineEndings("\n")), "the rest is unchanged");
    }

    [Test]
    public void A_kernel_that_does_not_fail_is_passed_on_as_it_is()
    {
        byte[] serial = Faults.Value.Boot("");
        Assert.That(Faults.Value.Filter(serial), Is.EqualTo(Encoding.UTF8.GetString(serial)).And.Contains("after the fault"));
    }

    /// <summary>A frame whose markers are replaced by file and lines.</summary>
    private static string WithLine(TestKernel kernel, string frame)
    {
        int open = frame.IndexOf('(');
        if (open < 0)
            return frame;
        IEnumerable<int> lines = frame[(open + 1)..^1].Split(" or ").Select(kernel.LineOf);
        return $"{frame[..open]}({kernel.Source}:{string.Join(" or ", lines)})";
    }
}
