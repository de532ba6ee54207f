using System;
using Euralios.Std;

namespace Euralios.Tools;

/// <summary>Says for each character that comes at standard input what the clocks show, on the kernel's console.</summary>
internal static class Program
{
    private static int Main()
    {
        while (Console.TryReadKey(true, out _))
        {
            string line = $"[timing_test] TSC: {Clock.TimeStamp} microseconds: {Clock.Microseconds}\n";
            SystemCall.TryDebugWrite(Text.ToUtf8(line), out _);
        }

        return 0;
    }
}
