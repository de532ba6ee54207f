using Spectre.Console;

namespace Euralios.Grader.Report;

/// <summary>Lines that are no markup.</summary>
public static class PlainLines
{
    /// <summary>Writes one line as it is: brackets in it are brackets.</summary>
    public static void WriteLineOf(this IAnsiConsole console, string text)
    {
        console.Write(new Text(text));
        console.WriteLine();
    }
}
