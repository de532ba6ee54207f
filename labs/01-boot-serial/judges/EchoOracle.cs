using System.Text;
using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;
using Euralios.Grader.Tracing;

namespace Euralios.Labs.BootSerial;

/// <summary>
/// Every typed byte was taken out of the chip once and handed on as it was, and nothing else came from it. The accesses to the chip are the
/// lab's own report: text that is printed beforehand moves none of them.
/// </summary>
public sealed class EchoOracle : IJudge
{
    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        // Where it stopped depends on how fast the host typed.
        if (record.Ending != Ending.Finished)
            return Verdict.Fail("the dialogue did not come to its end");

        var typed = Encoding.UTF8.GetBytes(string.Concat((record.Request.Dialogue ?? []).Select(step => step.Send)));
        var events = Trace.Parse(record.Trace).Events.ToList();
        return (Difference("byte that TryReceive gave", typed, Values(events, "echo.received"))
            ?? Invented(events)
            ?? Difference("byte that was written to the chip", Echo(typed), Values(events, "uart.write"))) is { } wrong
                ? Verdict.Fail(wrong)
                : Verdict.Pass;
    }

    /// <summary>Right before TryReceive gave a byte, the chip gave it.</summary>
    private static string? Invented(List<TraceEvent> events) => events.Prepend(null).Zip(events)
        .Where(pair => pair.Second.Name == "echo.received")
        .Where(pair => pair.First?.Name != "uart.read" || pair.First["value"] != pair.Second["value"])
        .Select(pair => $"TryReceive gave {pair.Second["value"]}, which did not come from the chip (line {pair.Second.Line} of the trace)")
        .FirstOrDefault();

    /// <summary>What the scenario transmits: its greeting, each typed byte but the last, and its farewell.</summary>
    private static byte[] Echo(byte[] typed) => [.. "ready\r\n"u8, .. typed[..^1], .. "\r\nbye\r\n"u8];

    private static byte[] Values(List<TraceEvent> events, string name) =>
        [.. events.Where(traced => traced.Name == name).Select(traced => (byte)(traced.Number("value") ?? 0))];

    private static string? Difference(string what, byte[] expected, byte[] actual)
    {
        var same = expected.Zip(actual).TakeWhile(pair => pair.First == pair.Second).Count();
        return same == expected.Length && same == actual.Length ? null
            : same == actual.Length ? $"there are {actual.Length} of {expected.Length}: {what}"
            : same == expected.Length ? $"there are {actual.Length} where {expected.Length} are expected: {what}"
            : $"{what}, number {same + 1}: expected 0x{expected[same]:x}, actual 0x{actual[same]:x}";
    }
}
