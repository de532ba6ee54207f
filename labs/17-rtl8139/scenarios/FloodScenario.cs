using System;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>
/// Reads nothing until frames have been lost, then everything that there is, and sends it back. When the flood is through it greets once more, and goes on
/// until the partner says that it is over.
/// </summary>
internal static class FloodScenario
{
    /// <summary>Frames of the flood; the partner has the same number.</summary>
    private const ulong Frames = 60;

    private const ulong Patience = 10_000_000;
    private const ulong Pause = 500;

    internal static void Run(Stage stage)
    {
        if (!Station.TryBegin(stage, out StagedProgram driver))
            return;
        if (TryAwaitLoss(driver) && TryAnswer(driver, isFlood: true) && Station.TryGreet(driver))
            TryAnswer(driver, isFlood: false);
        Station.Finish(driver);
    }

    private static bool TryAwaitLoss(StagedProgram driver)
    {
        ulong deadline = Clock.Microseconds + Patience;
        while (Station.Count(driver, "missed") == 0)
        {
            if (Clock.Microseconds > deadline)
            {
                Trace.Event("flood.unnoticed").End();
                return false;
            }

            SystemCall.Sleep(Pause);
        }

        return true;
    }

    /// <summary>Sends frames back until all of the flood were received or lost, or until it is over.</summary>
    private static bool TryAnswer(StagedProgram driver, bool isFlood)
    {
        while (!isFlood || Station.Count(driver, "received") + Station.Count(driver, "missed") < Frames)
        {
            if (!Network.TryRead(driver.Server, Patience, out byte[] frame, out Error error)
                || (Station.Kind(frame) == Station.Test && !Network.TryWrite(driver.Server, frame, out error)))
            {
                Station.Stopped(error);
                return false;
            }

            if (Station.Kind(frame) == Station.Over)
                return true;
        }

        return true;
    }
}
