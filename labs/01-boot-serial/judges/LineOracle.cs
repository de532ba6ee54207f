using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;
using Euralios.Grader.Tracing;

namespace Euralios.Labs.BootSerial;

/// <summary>What the real chip's registers said after each rate was set, or refused.</summary>
public sealed class LineOracle : IJudge
{
    private const ulong Clock = 115_200;
    private const int Rates = 12;

    private const ulong InterruptsWaiting = 0x0F; // of the interrupt identification: what is left are the FIFOs' bits
    private const ulong FifosEnabled = 0xC0;
    private const ulong Ready = 0x03;
    private const ulong Loopback = 0x10;
    private const ulong DataReady = 0x01;

    /// <summary>The line status and the interrupt identification are not among them: they change by being read.</summary>
    private static readonly string[] KeptRegisters = ["line-control", "divisor", "interrupt-enable", "modem-control"];

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        TraceEvent? before = null;
        TraceEvent? rate = null;
        var judged = 0;
        foreach (var traced in Trace.Parse(record.Trace).Events)
        {
            switch (traced.Name)
            {
                case "line.before":
                    before = traced;
                    break;
                case "line.initialize":
                    rate = traced;
                    break;
                case "line.after" when before is not null && rate is not null:
                    judged++;
                    if (Wrong(rate, before, traced) is { } wrong)
                        return Verdict.Fail($"{rate["rate"]} bits a second: {wrong}", "before: " + before.Text, "after:  " + traced.Text);
                    break;
            }
        }

        return judged == Rates ? Verdict.Pass : Verdict.Fail($"{judged} of {Rates} rates were tried: the scenario did not come to its end");
    }

    private static string? Wrong(TraceEvent tried, TraceEvent before, TraceEvent after)
    {
        var rate = tried.Number("rate") ?? 0;
        var possible = rate != 0 && Clock % rate == 0 && Clock / rate <= ushort.MaxValue;
        return (possible, tried["accepted"]) switch
        {
            (true, "yes") => Programmed(after, Clock / rate),
            (true, _) => "the chip can make this rate, and it was refused",
            (false, "yes") => "the chip cannot make this rate, and it was accepted",
            _ => Untouched(before, after),
        };
    }

    private static string? Programmed(TraceEvent after, ulong divisor)
    {
        if (after.Number("line-control") is not 0x03)
            return $"line control is {after["line-control"]}, expected 0x3";
        if (after.Number("divisor") != divisor)
            return $"the divisor is {after["divisor"]}, expected {divisor}";
        if (after.Number("interrupt-enable") is not 0)
            return $"interrupt enable is {after["interrupt-enable"]}, expected 0x0";
        if ((after.Number("interrupt-identification") & ~InterruptsWaiting) != FifosEnabled)
            return "the FIFOs are not enabled";
        if ((after.Number("modem-control") & (Ready | Loopback)) != Ready)
            return $"modem control is {after["modem-control"]}, expected DTR and RTS, and no loopback";
        return (after.Number("line-status") & DataReady) == 0 ? null : "bytes from before are still in the receive FIFO";
    }

    private static string? Untouched(TraceEvent before, TraceEvent after) =>
        KeptRegisters.Where(register => before[register] != after[register])
            .Select(register => $"a refused rate changed {register} from {before[register]} to {after[register]}")
            .FirstOrDefault();
}
