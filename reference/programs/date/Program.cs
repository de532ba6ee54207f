using System;
using Euralios.Std;

namespace Euralios.Tools;

/// <summary>Says what time it is: <c>date [+FORMAT]</c></summary>
internal static class Program
{
    private const string Usage = """
        date [+FORMAT]
        Says what time it is, UTC, and how long ago the boot was. A format has %Y %m %d %H %M %S %a %b %e %s %F %T %Z %n %%.
        """;

    private static int Main(string[] args)
    {
        if (!Options.TryParse(args, Usage, "u", "", out Options options))
            return options.Status;
        bool isFormat = options.Operands.Count == 1 && options.Operands[0].StartsWith('+');
        if (options.Operands.Count > 0 && !isFormat)
        {
            Failure.Report("a format begins with '+'; see date --help");
            return Failure.WrongUse;
        }

        ulong seconds = SystemCall.Date();
        if (isFormat)
        {
            Console.WriteLine(Calendar.Format(options.Operands[0].Substring(1), seconds));
            return 0;
        }

        ulong milliseconds = Clock.Microseconds / 1000;
        string sinceBoot = $"{milliseconds / 1000}.{milliseconds % 1000:D3} s since boot";

        // 0 is what the kernel says where the machine has no clock.
        Console.WriteLine(seconds == 0 ? sinceBoot : $"{Calendar.Format("%a %b %e %T UTC %Y", seconds)}, {sinceBoot}");
        return 0;
    }
}
