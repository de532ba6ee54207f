using System;
using Euralios.Std;
using Merriwig.Tests;

/// <summary>
/// Runs programs that do what no program may, and says what became of each of them and of everybody else. As the first process it runs the archive's
/// files, then failed checks of C#, then random system calls; with an argument it is one of those.
/// </summary>
/// <remarks>
/// The lines are read by <c>reference/kernel/tests/machine</c>: for each program <c>hostile.begin NAME</c>, then <c>hostile.end NAME reason= vector=
/// status= usage= witness=</c>; at last <c>hostile.random calls= ...</c> and <c>hostile.done</c>.
/// </remarks>
internal static class Program
{
    private const ulong MostTime = 10_000_000;

    private static int Main(string[] args)
    {
        if (args.Length > 0)
            return Part(args);
        Programs.Open();
        Witness.Start();
        foreach (ArchiveEntry entry in Programs.Archive)
        {
            string name = Text.FromUtf8(entry.Name);
            if (name.AsSpan().StartsWith("ports-".AsSpan()))
                Run(name, entry.Contents, new ProcessParameters().Arguments(name), mayAccessPorts: true);
            else if (name.Contains('-'))
                Run(name, entry.Contents, new ProcessParameters().Arguments(name), mayAccessPorts: false);
        }

        foreach (string name in FailedChecks.Names)
            Run(name, Programs.Own, new ProcessParameters().Arguments(name, "check", name), mayAccessPorts: false);
        RandomCalls.Run();
        Console.WriteLine("hostile.done");
        return 0;
    }

    private static int Part(string[] args)
    {
        switch (args[0])
        {
            case "witness":
                return Witness.Play();
            case "check":
                FailedChecks.Fail(args[1]);
                return 0;
            case "random":
                return RandomCaller.Play(args[1], args[2]);
            default:
                return 1;
        }
    }

    private static void Run(string name, ReadOnlySpan<byte> image, ProcessParameters parameters, bool mayAccessPorts)
    {
        Console.WriteLine($"hostile.begin {name}");
        Usage before = Usage.Now();
        Child child = Programs.Start(image, parameters, mayAccessPorts);

        // Nobody reads its output, so that it goes to the kernel's console.
        SystemCall.TryClose(child.Output, out _);
        ProcessEnd end = child.WaitOrKill(MostTime);
        string usage = Usage.Now().Against(before);
        string witness = Witness.Ask();
        Console.WriteLine($"hostile.end {name} reason={(int)end.Reason} vector={end.Vector} status={end.Status} usage={usage} witness={witness}");
    }
}
