using System;

internal static class Program
{
    private static int Main(string[] args)
    {
        Console.WriteLine("Hello from a program in C#.");
        for (int i = 0; i < args.Length; i++)
            Console.WriteLine($"argument {i + 1}: {args[i]}");
        return 7;
    }
}
