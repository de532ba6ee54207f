namespace Euralios.Grader.Tracing;

/// <summary>An expectation file is malformed. The message is <c>file(line): expected ...</c>.</summary>
public sealed class TraceFormatException(string message) : Exception(message);
