using System;
using Euralios.Std;

namespace Euralios.Programs.Tests;

/// <summary>
/// Runs the scenarios, and says of each what becomes of it, in lines that the host reads: <c>files.count N</c>, <c>files.begin NAME</c>, then
/// <c>files.pass NAME</c> or <c>files.fail NAME</c>, at last <c>files.end</c>.
/// </summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args.Length > 0)
            return Client.Play(args[0]);
        Expect.Done(Machine.TryStart(out Error error), error);
        Scenario[] all = Scenarios.All();
        Console.WriteLine($"files.count {all.Length}");
        foreach (Scenario scenario in all)
            Run(scenario);
        Console.WriteLine("files.end");
        return 0;
    }

    private static void Run(Scenario scenario)
    {
        Console.WriteLine($"files.begin {scenario.Name}");
        int failures = Expect.Failures;
        Usage before = Machine.Usage();
        scenario.Body();
        string left = before.Settle();
        if (left.Length > 0)
            Expect.Fail(left);
        Console.WriteLine(Expect.Failures == failures ? $"files.pass {scenario.Name}" : $"files.fail {scenario.Name}");
    }
}
