using System;
using Euralios.Std;

namespace Euralios.SystemTest;

/// <summary>
/// Tries the library in ring 3, and says what was tried: <c>system_test [DIRECTORY]</c>. Files are made in the directory, /ramdisk/tmp or, where that is
/// none, the home.
/// </summary>
internal static class Program
{
    private const int RuleLength = 20;

    private static int Main(string[] args)
    {
        Check[] checks = Checks.All(args.Length > 0 ? args[0] : Checks.Place());
        Console.WriteLine("EuraliOS system test");
        Console.WriteLine(new string('=', RuleLength));
        Console.WriteLine($"Running {checks.Length} tests");
        int failed = 0;
        foreach (Check check in checks)
        {
            string result = check.Body();
            bool isRight = result.Length == 0;
            failed += isRight ? 0 : 1;
            Console.WriteLine($"system_test::{check.Name}...\t{(isRight ? "[ok]" : "[failed]")}");
            if (!isRight)
                Console.WriteLine($"Error: {result}");
        }

        Console.WriteLine($"{checks.Length - failed} of {checks.Length} passed");
        return failed == 0 ? 0 : 1;
    }
}

/// <summary>Something that is tried.</summary>
internal readonly struct Check(string name, Func<string> body)
{
    internal string Name { get; } = name;

    /// <summary>What is wrong; empty where nothing is.</summary>
    internal Func<string> Body { get; } = body;
}
