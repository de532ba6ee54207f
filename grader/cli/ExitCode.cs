namespace Euralios.Grader.Cli;

/// <summary>What the commands' exit codes mean.</summary>
internal static class ExitCode
{
    /// <summary>Done, and all is well.</summary>
    public const int Good = 0;

    /// <summary>Done, and something failed.</summary>
    public const int Failed = 1;

    /// <summary>Not done: the command or what it was given is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Stopped from the keyboard.</summary>
    public const int Stopped = 130;
}
