using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Euralios.Grader.Cli;

/// <summary>Examples at the end of a command's help.</summary>
internal static class Examples
{
    private static readonly Dictionary<Command, string[]> Known = [];

    /// <summary>Gives a command its examples.</summary>
    public static Command WithExamples(this Command command, params string[] lines)
    {
        Known.Add(command, lines);
        return command;
    }

    /// <summary>Makes <c>--help</c> show them.</summary>
    public static void ShowIn(RootCommand root)
    {
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    private sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var code = help.Invoke(parseResult);
            if (Known.TryGetValue(parseResult.CommandResult.Command, out var lines))
            {
                Console.WriteLine("Examples:");
                foreach (var line in lines)
                    Console.WriteLine($"  {line}");
            }

            return code;
        }
    }
}
