using Spectre.Console;

namespace Euralios.Grader.Report;

/// <summary>Where reports are written: with colour and wrapped on a terminal, as plain lines of any length into a pipe, a file or a log.</summary>
public static class ReportConsole
{
    /// <summary>The standard output as it is: <c>NO_COLOR</c> and a redirection make it plain.</summary>
    public static IAnsiConsole Standard() =>
        Console.IsOutputRedirected || Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 }
            ? Plain(Console.Out)
            : AnsiConsole.Console;

    /// <summary>Plain text, never wrapped.</summary>
    public static IAnsiConsole Plain(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = ShownText.MaximumLength * 10;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
