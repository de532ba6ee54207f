using System.Collections.Generic;
using System.IO;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>source and its short form, the point.</summary>
internal static class SourceCommand
{
    internal static int Run(BuiltInContext context)
    {
        if (context.Count == 0)
            return context.ShowUsage();
        if (!File.TryReadAllText(context[0], out string text, out Error error))
            return context.Fail(context[0], error);
        List<string> arguments = context.State.Arguments;
        List<string> before = arguments.GetRange(0, arguments.Count);
        if (context.Count > 1)
        {
            arguments.Clear();
            arguments.AddRange(context.From(1));
        }

        context.State.Status = 0;
        bool isRun = context.Interpreter.TryRunScript(new ScriptSource(new StringReader(text), context[0]));
        arguments.Clear();
        arguments.AddRange(before);
        return isRun ? context.State.Status : context.Fail("scripts run scripts without end");
    }
}
