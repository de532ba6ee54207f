using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;
using Euralios.Grader.Tracing;

namespace Euralios.Labs.Glue;

/// <summary>All streams arrive at both ends though frames get lost.</summary>
public sealed class LossJudge : IJudge
{
    private const int Length = 60_000;

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context) => Notes.All(
        Notes.Expect(record, "transfer-1", "transfer-2", "transfer-3"),
        Notes.ExpectRead(record, 11, Length, error: 0),
        Notes.ExpectRead(record, 13, Length, error: 0),
        Notes.ExpectRead(record, 15, Length, error: 0));
}

/// <summary>While the other end of one connection does not read, another call is answered; then all of the first arrives.</summary>
public sealed class SlowJudge : IJudge
{
    private const int Length = 250_000;

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context) =>
        Notes.All(Notes.Expect(record, "transfer-4"), Notes.ExpectRead(record, 101, Length, error: 0));
}

/// <summary>Where nobody listens the client is told so.</summary>
public sealed class RefusedJudge : IJudge
{
    private const long ConnectionRefused = 32;

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        if (Trace.Parse(record.Trace).Events.FirstOrDefault(line => line.Name == "glue.refused") is not { } refused)
            return Verdict.Fail("the scenario did not come to that");
        var error = Notes.Number(refused["error"]);
        return error == ConnectionRefused ? Verdict.Pass : Verdict.Fail($"the client got error {error}, not {ConnectionRefused}", refused.Text);
    }
}

/// <summary>A client is killed while it waits: its connection is closed.</summary>
public sealed class DoomedJudge : IJudge
{
    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context) => Notes.Expect(record, "doomed");
}
