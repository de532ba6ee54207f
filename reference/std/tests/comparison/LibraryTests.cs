using Euralios.Std.Machine.Tests;

namespace Euralios.Std.Comparison.Tests;

/// <summary>The library of types does what .NET's does: one program, run on both, prints the same lines.</summary>
internal sealed class LibraryTests
{
    [TestCase("library")]
    [TestCase("GC_STRESS=1 library")]
    public async Task Every_line_is_the_same_on_both(string run)
    {
        string[] expected = OnThisMachine();
        Assert.That(expected, Has.Length.GreaterThan(400));
        string[] lines = await GuestRun.RunAsync(run);
        Assert.That(lines, Has.Length.GreaterThan(expected.Length), string.Join('\n', lines));
        Assert.That(lines[..expected.Length], Is.EqualTo(expected));
        Assert.That(lines[expected.Length], Is.EqualTo("[runner] library ended: reason 1, status 0"));
    }

    private static string[] OnThisMachine()
    {
        TextWriter console = Console.Out;
        using var text = new StringWriter();
        Console.SetOut(text);
        try
        {
            Program.Main();
        }
        finally
        {
            Console.SetOut(console);
        }

        return text.ToString().TrimEnd('\n').Split('\n');
    }
}
