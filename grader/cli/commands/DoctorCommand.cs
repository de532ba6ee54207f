using System.CommandLine;
using Euralios.Grader.Report;
using Spectre.Console;

namespace Euralios.Grader.Cli.Commands;

/// <summary><c>kit doctor</c>: whether this machine has what the kit needs.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Shows the tools that the kit needs, and how to install what is missing.");
        command.SetAction(parsed => Show(ReportConsole.Standard(), Tools.All(parsed.RepositoryRoot())));
        return command.WithExamples("./kit doctor");
    }

    private static int Show(IAnsiConsole console, IReadOnlyList<Tool> tools)
    {
        var table = new Table().Border(TableBorder.None).AddColumns("tool", "found", "wanted", "");
        foreach (var tool in tools)
        {
            table.AddRow(
                new Text(tool.Name), new Text(tool.Found ?? "none"), new Text(tool.Wanted),
                tool.Good ? new Text("ok", Color.Green) : tool.Required ? new Text(tool.Found is null ? "missing" : "too old", Color.Red) : new Text("optional", Color.Yellow));
        }

        console.Write(table);
        foreach (var tool in tools.Where(tool => !tool.Good))
            console.WriteLineOf($"{tool.Name}: {tool.Fix}");

        return tools.Any(tool => tool is { Good: false, Required: true }) ? ExitCode.Failed : ExitCode.Good;
    }
}
