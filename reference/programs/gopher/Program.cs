using System;
using System.IO;
using Euralios.Std;
using Euralios.Tools;

namespace Euralios.Programs.Gopher;

/// <summary><c>gopher [HOST[:PORT]] [SELECTOR]</c>: looks at what gopher servers have.</summary>
internal static class Program
{
    private const string DefaultHost = "gopher.floodgap.com";

    private static int Main(string[] args)
    {
        const string Usage = "gopher [HOST[:PORT]] [SELECTOR]\nLooks at what gopher servers have; the first is " + DefaultHost + ". The key ? shows the keys.";
        if (!Options.TryParse(args, Usage, "", "", out Options options))
            return options.Status;
        if (options.Operands.Count > 2 || !TryGetAddress(options, out GopherAddress? address))
        {
            Failure.Report("that is no place; see gopher --help");
            return Failure.WrongUse;
        }

        if (Console.IsOutputRedirected || !Terminal.TryOpen(out Terminal? terminal, out _))
            return Failure.Report("standard output is not a terminal");
        var session = new Session(terminal!);
        session.Run(address!);
        terminal!.Close();
        return 0;
    }

    private static bool TryGetAddress(Options options, out GopherAddress? address)
    {
        string place = options.Operands.Count > 0 ? options.Operands[0] : DefaultHost;
        if (!GopherAddress.TryParse(place, out address))
            return false;
        return options.Operands.Count < 2 || GopherAddress.TryMake(address!.Host, address.Port, ItemType.Menu, options.Operands[1], out address);
    }
}
