using System;
using System.Runtime;

namespace Euralios.Std;

/// <summary>How a program ends that cannot go on: by an exception, or by a check of the library's own.</summary>
internal static class Failure
{
    /// <summary><c>throw</c>. Nothing catches an exception, so the process ends with its type and message; the kernel adds the place.</summary>
    [RuntimeExport("RhpThrowEx")]
    private static void Throw(Exception? exception)
    {
        if (exception is null)
            Report("System.NullReferenceException", "null was thrown");
        Report(exception!.TypeName, exception.Message);
    }

    /// <summary>Writes a line and ends the process.</summary>
    internal static void Report(ReadOnlySpan<char> type, ReadOnlySpan<char> message)
    {
        var line = new ConsoleText { IsError = true };
        line.Append("Unhandled exception: ");
        line.Append(type);
        line.Append(": ");
        line.Append(message);
        line.EndLine();
        while (true)
            RuntimeImports.Fail(ManagedFailure.Unhandled);
    }
}
