using System;
using System.Net;
using Euralios.Std;

namespace Euralios.Tools;

/// <summary>Looks up the addresses of machines: <c>nslookup NAME...</c></summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (!Options.TryParse(args, "nslookup NAME...\nLooks up the addresses of machines.", "", "", out Options options))
            return options.Status;
        if (options.Operands.Count == 0)
        {
            Failure.Report("a name is missing; see nslookup --help");
            return Failure.WrongUse;
        }

        int status = 0;
        foreach (string name in options.Operands)
        {
            if (Dns.TryGetHostAddresses(name, out IPAddress[] addresses, out Error error))
            {
                foreach (IPAddress address in addresses)
                    Console.WriteLine($"{name} has address {address}");
            }
            else
            {
                status = Failure.Report($"{name}: {error.Text()}");
            }
        }

        return status;
    }
}
