using System;
using Euralios.Std;

namespace Euralios.Tools;

/// <summary>Waits: <c>sleep SECONDS</c></summary>
internal static class Program
{
    private const double Longest = 1e9;

    private static int Main(string[] args)
    {
        if (!Options.TryParse(args, "sleep SECONDS\nWaits; parts of a second stand behind a point.", "", "", out Options options))
            return options.Status;
        if (options.Operands.Count == 1 && double.TryParse(options.Operands[0], out double seconds) && seconds is >= 0 and <= Longest)
        {
            SystemCall.Sleep((ulong)(seconds * 1_000_000));
            return 0;
        }

        Failure.Report("how many seconds is one number, not negative");
        return Failure.WrongUse;
    }
}
