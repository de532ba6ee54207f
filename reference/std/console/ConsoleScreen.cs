namespace Euralios.Std;

/// <summary>What is known of the terminal behind standard output.</summary>
internal static class ConsoleScreen
{
    private const int DefaultColumns = 80;
    private const int DefaultRows = 25;

    /// <summary>No terminal has more columns or rows.</summary>
    private const ulong Largest = 4096;

    private static bool isKnown;
    private static bool isTerminal;

    /// <summary>Whether standard output is a terminal: it says so, if anybody is there.</summary>
    internal static bool IsTerminal
    {
        get
        {
            if (!isKnown)
                GetSize(out _, out _);
            return isTerminal;
        }
    }

    /// <summary>Whether somebody sees what is echoed.</summary>
    internal static bool ShowsInput => IsTerminal || StandardOutput.IsKernel;

    /// <summary>The terminal's size as it is now; 80 columns and 25 rows where there is none.</summary>
    internal static void GetSize(out int columns, out int rows)
    {
        columns = DefaultColumns;
        rows = DefaultRows;
        if (isKnown && !isTerminal)
            return;
        StandardOutput.Flush();
        var question = new Message(Tags.TerminalSize);
        isKnown = true;
        isTerminal = false;
        if (!RemoteCall.TryCall(Handle.StandardOutput, ref question, Tags.Ok, out Message answer, out _))
            return;
        if (!answer.IsLong && answer.First.Value is > 0 and <= Largest && answer.Second.Value is > 0 and <= Largest)
        {
            isTerminal = true;
            columns = (int)answer.First.Value;
            rows = (int)answer.Second.Value;
        }

        answer.Release();
    }
}
