using System;
using Euralios.Std;

namespace Euralios.Shell;

/// <summary>Errors as people read them.</summary>
internal static class ErrorOutput
{
    internal static void Write(string line) => Console.Error.WriteLine(line);

    internal static void Write(string command, string what, Error error) => Write($"{command}: {what}: {error.Text()}");
}
