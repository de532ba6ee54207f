using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>
/// The shell: reads commands from a person, a file, its argument or its input, and runs them. <c>shell [-s | -c TEXT | FILE] [ARGUMENT]...</c>
/// </summary>
internal static class Program
{
    private const int CannotRun = 127;
    private const int Hangup = 129;

    private static int Main(string[] args)
    {
        var state = new ShellState();
        if (Arguments.Words.Length > 0)
            state.Name = Arguments.Words[0];
        string inputKind = Environment.GetEnvironmentVariable(Launcher.InputVariable) ?? "";
        if (!TryChoose(args, state, inputKind, out LineSource source))
            return CannotRun;
        if (inputKind != "none")
            state.Terminal.Listen();
        if (state.IsInteractive)
        {
            state.Terminal.SetMode(isInterrupting: false);
            Console.WriteLine("Type help [Enter] to see the shell help page.");
        }

        new Interpreter(state).Run(source);
        if (state.IsInteractive)
        {
            EndJobs(state);
            state.Terminal.RestoreMode();
        }

        return state.Status;
    }

    /// <summary>Where the commands come from.</summary>
    private static bool TryChoose(string[] args, ShellState state, string inputKind, out LineSource source)
    {
        source = new ScriptSource(TextReader.Null, null);
        if (args.Length == 0 && inputKind.Length == 0 && state.Terminal.IsThere)
        {
            state.IsInteractive = true;
            source = new InteractiveSource(state);
            return true;
        }

        int used = 0;
        if (args.Length == 0 || args[0] == "-s")
        {
            source = new ScriptSource(Console.In, null);
            used = 1;
        }
        else if (args[0] == "-c")
        {
            if (args.Length == 1)
                return Refuse("Usage: shell [-s | -c TEXT | FILE] [ARGUMENT]...");
            source = new ScriptSource(new StringReader(args[1]), null);
            used = 2;
        }
        else if (args[0].StartsWith('-'))
        {
            return Refuse("Usage: shell [-s | -c TEXT | FILE] [ARGUMENT]...");
        }
        else
        {
            if (!File.TryReadAllText(args[0], out string text, out Error error))
                return Refuse($"shell: {args[0]}: {error.Text()}");
            state.Name = args[0];
            source = new ScriptSource(new StringReader(text), args[0]);
            used = 1;
        }

        for (int i = used; i < args.Length; i++)
            state.Arguments.Add(args[i]);
        return true;
    }

    private static bool Refuse(string message)
    {
        ErrorOutput.Write(message);
        return false;
    }

    /// <summary>With the person their jobs go, or the terminal would never be free for the next one.</summary>
    private static void EndJobs(ShellState state)
    {
        foreach (Job job in state.Jobs.All)
            job.Kill(Hangup);
    }
}
