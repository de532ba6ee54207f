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
        var received = Values(events, "echo.received");
        if (Difference("byte that TryReceive gave", typed, received) is { } wrong)
            return Verdict.Fail(wrong);

        // Right before TryReceive gives a byte, the chip gave it: at least once, and the same.
        var taken = events.Where((traced, index) =>
            traced.Name == "echo.received" && (index == 0 || events[index - 1].Name != "uart.read" || events[index - 1]["value"] != traced["value"]));
        if (taken.FirstOrDefault() is { } invented)
            return Verdict.Fail($"TryReceive gave {invented["value"]}, which did not come from the chip", $"line {invented.Line}: {invented.Text}");
        return Difference("byte that was written to the chip", Echo(typed), Values(events, "uart.write")) is { } other ? Verdict.Fail(other) : Verdict.Pass;
    }

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
