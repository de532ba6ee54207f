using System.Collections.Generic;

namespace Euralios.Shell;

/// <summary>Reads lines, and runs what is in them.</summary>
internal sealed class Interpreter
{
    private const int SyntaxErrorStatus = 2;
    private const int DeepestSource = 16;

    private readonly ShellState state;
    private readonly Runner runner;
    private int depth;

    internal Interpreter(ShellState state)
    {
        this.state = state;
        runner = new Runner(state, this);
    }

    /// <summary>Ctrl-C was pressed: what is left of the line is not run.</summary>
    internal bool IsInterrupted { get; set; }

    /// <summary>Runs all lines of a source.</summary>
    internal void Run(LineSource source)
    {
        while (!state.IsExiting)
        {
            LineResult result = ReadCommand(source, out List<AndOrList> lists);
            if (result == LineResult.End)
                return;
            IsInterrupted = false;
            if (depth == 0 && state.IsInteractive && lists.Count > 0)
            {
                // From here to the next prompt Ctrl-C is no key, also between two programs.
                state.Terminal.TakeInterrupt();
                state.Terminal.SetMode(isInterrupting: true);
                Run(lists);
                state.Terminal.SetMode(isInterrupting: false);
            }
            else
            {
                Run(lists);
            }

            // A script of a script ends too.
            if (IsInterrupted && depth > 0)
                return;
        }
    }

    private void Run(List<AndOrList> lists)
    {
        foreach (AndOrList list in lists)
        {
            runner.Run(list);
            if (state.IsExiting || IsInterrupted)
                return;
        }
    }

    /// <summary>Runs a script in this shell; false where scripts run scripts without end.</summary>
    internal bool TryRunScript(LineSource source)
    {
        if (depth == DeepestSource)
            return false;
        depth++;
        Run(source);
        depth--;
        return true;
    }

    /// <summary>Waits for a job in the foreground.</summary>
    internal int WaitFor(Job job) => runner.WaitFor(job);

    /// <summary>Reads a line, and those that belong to it because a quote is open or an operator ends it.</summary>
    private LineResult ReadCommand(LineSource source, out List<AndOrList> lists)
    {
        lists = [];
        LineResult result = source.Read(isContinuation: false, out string text);
        if (result != LineResult.Line)
            return result;
        while (true)
        {
            lists = Parser.Parse(text, out SyntaxError? error);
            if (error is null)
                return LineResult.Line;
            if (error.IsIncomplete)
            {
                result = source.Read(isContinuation: true, out string more);
                if (result == LineResult.Line)
                {
                    text += "\n" + more;
                    continue;
                }
            }

            lists = [];
            if (result == LineResult.Cancelled)
                return result;
            ErrorOutput.Write($"{source.Place}: {error.Message} (character {error.Position + 1})");
            state.Status = SyntaxErrorStatus;
            return LineResult.Line;
        }
    }
}
