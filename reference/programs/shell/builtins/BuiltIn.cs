using System;
using System.Collections.Generic;
using System.IO;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>A command that the shell itself carries out.</summary>
internal sealed class BuiltIn(string name, string usage, string help, Func<BuiltInContext, int> body, bool runsCommands = false)
{
    internal string Name { get; } = name;

    /// <summary>Name and arguments.</summary>
    internal string Usage { get; } = usage;

    /// <summary>What it does, in a line.</summary>
    internal string Help { get; } = help;

    /// <summary>Whether programs may run in it, whose output goes to the terminal.</summary>
    internal bool RunsCommands { get; } = runsCommands;

    /// <summary>Carries it out; returns its status.</summary>
    internal int Run(BuiltInContext context)
    {
        if (context.Count != 1 || context[0] != "--help")
            return body(context);
        context.Output.WriteLine($"Usage: {Usage}\n{Help}");
        return 0;
    }
}

/// <summary>What a built-in command works with.</summary>
internal sealed class BuiltInContext(ShellState state, Interpreter interpreter, List<string> words, TextWriter output)
{
    internal ShellState State { get; } = state;

    internal Interpreter Interpreter { get; } = interpreter;

    internal TextWriter Output { get; } = output;

    internal string Name => words[0];

    /// <summary>How many arguments there are.</summary>
    internal int Count => words.Count - 1;

    /// <summary>An argument.</summary>
    internal string this[int index] => words[index + 1];

    /// <summary>Takes options of single letters off the arguments.</summary>
    /// <param name="known">The letters that there are.</param>
    /// <param name="given">Those that were given.</param>
    /// <returns>False for an option that there is not; a person has been told.</returns>
    internal bool TryTakeOptions(string known, out string given)
    {
        given = "";
        while (Count > 0 && this[0].Length > 1 && this[0].StartsWith('-'))
        {
            string option = this[0];
            words.RemoveAt(1);
            if (option == "--")
                return true;
            given += option.Substring(1);
        }

        foreach (char letter in given)
        {
            if (known.IndexOf(letter) < 0)
            {
                Fail($"there is no option -{letter}");
                return false;
            }
        }

        return true;
    }

    /// <summary>The arguments from one on, with spaces between them.</summary>
    internal List<string> From(int index) => words.GetRange(index + 1, Count - index);

    internal int Fail(string message)
    {
        ErrorOutput.Write($"{Name}: {message}");
        return 1;
    }

    internal int Fail(string what, Error error) => Fail($"{what}: {error.Text()}");

    /// <summary>It was called in a way that it is not meant to be.</summary>
    internal int ShowUsage()
    {
        ErrorOutput.Write($"Usage: {BuiltInTable.Find(Name)!.Usage}");
        return 2;
    }
}
