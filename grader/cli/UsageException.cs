namespace Euralios.Grader.Cli;

/// <summary>Something that the person at the keyboard can put right. The message is one line for them; the exit code is 2.</summary>
internal sealed class UsageException(string message) : Exception(message);
