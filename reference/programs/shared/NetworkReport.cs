using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Tools;

/// <summary>What the network stack reports of itself, as files in <c>/tcp</c>.</summary>
internal static class NetworkReport
{
    private const string Folder = "/tcp/";

    /// <summary>Writes a report. Returns the program's status.</summary>
    internal static int Write(string name)
    {
        if (!File.TryReadAllText(Folder + name, out string text, out Error error))
            return Failure.Report(error == Error.NotFound ? Error.NetworkDown.Text() : error.Text());
        Console.Write(text);
        return 0;
    }

    /// <summary>The whole of a program that takes no arguments and writes a report.</summary>
    internal static int Write(string[] args, string usage, string name)
    {
        if (!Options.TryParse(args, usage, "", "", out Options options))
            return options.Status;
        if (options.Operands.Count == 0)
            return Write(name);
        Failure.Report($"there is nothing to say of '{options.Operands[0]}'; see {Failure.Name} --help");
        return Failure.WrongUse;
    }
}
