using Euralios.Std;
using Merriwig.Tests;

/// <summary>A message to another process and its reply, alone and while many others wait.</summary>
internal static class Messages
{
    private const ulong Rounds = 1000;
    private const int Crowd = 100;
    private const int InterruptWait = 6;

    internal static void Run()
    {
        Child echo = Programs.Start(Programs.Own, new ProcessParameters().Arguments("echo", "echo"));
        RoundTrip(echo, "round-trip");

        var crowd = new Child[Crowd];
        for (int i = 0; i < Crowd; i++)
        {
            int way = i % Partner.Waits;
            var parameters = new ProcessParameters().Arguments("wait", "wait", way.ToString());
            if (way == InterruptWait)
                parameters.Interrupt(4);
            crowd[i] = Programs.Start(Programs.Own, parameters);
        }

        SystemCall.Yield();
        RoundTrip(echo, "round-trip-100-blocked");
        foreach (Child child in crowd)
            child.Kill();
        echo.Kill();
    }

    private static void RoundTrip(Child echo, string name)
    {
        var call = new SystemCallRegisters
        {
            Rax = (ulong)SystemCallNumber.SendReceive | ((ulong)echo.Input.Number << 32), Rdi = 256, Rsi = 1, Rdx = 2,
        };
        Measure.Calls([call], 10, out _);
        Program.Report(name, Measure.Calls([call], Rounds, out Error error), Rounds);
        Expect.Equal((ulong)error, 0);
    }
}
