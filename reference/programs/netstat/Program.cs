namespace Euralios.Tools;

/// <summary>Shows connections, or what the network stack has counted: <c>netstat [-s]</c></summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        const string Usage = "netstat [-s]\nShows the connections of this machine, and the ports at which it listens; -s: what was counted.";
        if (!Options.TryParse(args, Usage, "s", "", out Options options))
            return options.Status;
        if (options.Operands.Count == 0)
            return NetworkReport.Write(options.Has('s') ? "statistics" : "connections");
        Failure.Report($"there is nothing to say of '{options.Operands[0]}'; see netstat --help");
        return Failure.WrongUse;
    }
}
