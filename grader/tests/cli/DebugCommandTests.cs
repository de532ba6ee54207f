using Euralios.Grader.Cli;

namespace Euralios.Grader.Tests.Cli;

/// <summary>gdb on the reference's C#, without a terminal.</summary>
internal sealed class DebugCommandTests
{
    [Test]
    public void A_breakpoint_on_a_line_of_CSharp_is_reached()
    {
        if (Tools.Find(Tools.Debugger) is null)
            Assert.Ignore("gdb is not installed; only ./kit debug needs it.");

        var commands = Path.GetTempFileName();
        try
        {
            File.WriteAllText(commands, "break kernel_Merriwig_Memory_Frames__TryInitialize\ncontinue\nbacktrace\nkill\n");
            var (code, output, _) = CommandLine.Run("debug", "--commands", commands);

            Assert.That(output, Does.Contain("reference/kernel/memory/Frames.cs:"));
            Assert.That(output, Does.Match(@"#\d .*kernel_Merriwig_Boot_Kernel__Main .*reference/kernel/boot/Kernel\.cs:\d+"));
            Assert.That(code, Is.EqualTo(ExitCode.Good));
        }
        finally
        {
            File.Delete(commands);
        }
    }
}
