using System;
using Euralios.Std;

namespace Euralios.Programs.PowerOff;

/// <summary>Ends the system, where the session may: <c>init</c> has the right, and offers it at <c>/dev/power</c>.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        if (arguments.Length > 0)
        {
            Console.WriteLine("Usage: poweroff");
            return arguments[0] == "--help" ? 0 : 2;
        }

        var request = new Message(Tags.PowerOff);
        if (FileSystem.TryOpen("/dev/power", OpenFlags.Read, out Handle power, out _, out Error error)
            && RemoteCall.TryCall(power, ref request, Tags.Ok, out _, out error))
            return 0;
        Console.Error.WriteLine($"poweroff: {(error == Error.NotFound ? "this session may not" : error.Text())}");
        return 1;
    }
}
