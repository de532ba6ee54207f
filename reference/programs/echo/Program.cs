using System;

namespace Euralios.Tools;

/// <summary>Writes its arguments: <c>echo [-n] [TEXT]...</c></summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args.Length == 1 && args[0] == "--help")
        {
            Console.WriteLine("Usage: echo [-n] [TEXT]...\nWrites its arguments; -n: without a line end.");
            return 0;
        }

        bool isOpen = args.Length > 0 && args[0] == "-n";
        string text = string.Join(" ", isOpen ? args[1..] : args);
        Console.Write(isOpen ? text : text + "\n");
        return 0;
    }
}
