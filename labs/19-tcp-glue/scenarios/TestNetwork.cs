using System;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>The card's driver at <c>/dev/nic</c> and the program that is graded at <c>/tcp</c>, and what the system has in use around them.</summary>
internal sealed class TestNetwork
{
    private const ulong Look = 50_000;
    private const int MostLooks = 60;

    private SystemStatistics before;

    internal static TestNetwork Start(Stage stage)
    {
        StagedProgram nic = Network.Start(stage, "rtl8139");
        if (!nic.TryMount("/dev/nic", out Error error) || !stage.Start("tcp").TryMount("/tcp", out error))
            throw new InvalidOperationException($"no mount: {error.Text()}");
        return new TestNetwork();
    }

    /// <summary>What is in use as soon as nothing changes any more is to be in use at the end.</summary>
    internal void Begin()
    {
        ulong threads = 0;
        for (int i = 0; i < MostLooks; i++)
        {
            SystemCall.TryGetStatistics(out before, default, out _);
            if (before.Threads == threads)
                break;
            threads = before.Threads;
            SystemCall.Sleep(Look);
        }
    }

    /// <summary>
    /// Reports what is in use now, compared with the beginning. What clients left behind is given back within a second: until then it looks again.
    /// </summary>
    internal void Report(Talk talk, ulong patience)
    {
        SystemStatistics now = default;
        for (int i = 0; i < MostLooks; i++)
        {
            SystemCall.TryGetStatistics(out now, default, out _);
            if (now.Threads <= before.Threads && now.Handles <= before.Handles && now.Rendezvous <= before.Rendezvous)
                break;
            SystemCall.Sleep(Look);
        }

        string connections = "nobody told";
        talk.Play(() => connections = Connections(), patience);
        Trace.Event("glue.left")
            .Number("threads", now.Threads).Number("threads-before", before.Threads)
            .Number("handles", now.Handles).Number("handles-before", before.Handles)
            .Number("rendezvous", now.Rendezvous).Number("rendezvous-before", before.Rendezvous)
            .Text("connections", connections).End();
    }

    private static string Connections() => System.IO.File.TryReadAllText("/tcp/connections", out string text, out Error error) ? text : error.Text();
}
