using System.Collections.Generic;

namespace Euralios.Shell;

/// <summary>export, unset, set and env.</summary>
internal static class VariableCommands
{
    internal static int Export(BuiltInContext context)
    {
        if (context.Count == 0)
            return ListEnvironment(context);
        Variables variables = context.State.Variables;
        int status = 0;
        foreach (string argument in context.From(0))
        {
            int equals = argument.IndexOf('=');
            string name = equals < 0 ? argument : argument.Substring(0, equals);
            if (!VariableName.IsValid(name))
            {
                status = context.Fail($"'{name}' is no name for a variable");
                continue;
            }

            if (equals >= 0)
                variables.Set(name, argument.Substring(equals + 1));
            variables.Export(name);
        }

        return status;
    }

    internal static int Unset(BuiltInContext context)
    {
        if (context.Count == 0)
            return context.ShowUsage();
        foreach (string name in context.From(0))
            context.State.Variables.Remove(name);
        return 0;
    }

    internal static int ListAll(BuiltInContext context) => List(context, onlyExported: false);

    internal static int ListEnvironment(BuiltInContext context) => List(context, onlyExported: true);

    private static int List(BuiltInContext context, bool onlyExported)
    {
        if (context.Count > 0)
            return context.ShowUsage();
        List<string> variables = context.State.Variables.List(onlyExported);
        foreach (string variable in variables)
            context.Output.WriteLine(variable);
        return 0;
    }
}
