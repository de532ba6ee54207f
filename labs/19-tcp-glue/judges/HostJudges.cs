using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Result;

namespace Euralios.Labs.Glue;

/// <summary>The machine called the host, and each heard the other.</summary>
public sealed class AnnouncementJudge : IJudge
{
    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context) => Notes.Expect(record, "announcement");
}

/// <summary>Many connections at once, each with bytes of its own.</summary>
public sealed class CrowdJudge : IJudge
{
    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context) => Notes.Expect(record, "crowd", "over");
}

/// <summary>Much both ways at the same time.</summary>
public sealed class DuplexJudge : IJudge
{
    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context) => Notes.Expect(record, "duplex");
}

/// <summary>The machine ends its direction, and what the host says afterwards is still read.</summary>
public sealed class HalfCloseJudge : IJudge
{
    private const long Reply = 1_011;

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context) =>
        Notes.All(Notes.Expect(record, "half-close"), Notes.ExpectRead(record, Reply, HostPeer.DownloadLength / 100, error: 0));
}

/// <summary>The host breaks a connection off, which the machine's client is told, and the machine another.</summary>
public sealed class ResetJudge : IJudge
{
    private const long Broken = 1_020;
    private const long ConnectionReset = 33;

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context) =>
        Notes.All(Notes.Expect(record, "reset", "abort"), Notes.ExpectRead(record, Broken, HostPeer.ResetLength, ConnectionReset));
}

/// <summary>When everything is closed nothing is left of it.</summary>
public sealed class LeftJudge : IJudge
{
    private static readonly string[] _kinds = ["threads", "handles", "rendezvous"];

    /// <inheritdoc/>
    public Verdict Judge(BootRecord record, JudgeContext context)
    {
        if (Euralios.Grader.Tracing.Trace.Parse(record.Trace).Events.FirstOrDefault(line => line.Name == "glue.left") is not { } left)
            return Verdict.Fail("the scenario did not come to its end");
        foreach (string kind in _kinds)
        {
            var (now, before) = (Notes.Number(left[kind]), Notes.Number(left[kind + "-before"]));
            if (now < 0 || now > before)
                return Verdict.Fail($"{now} {kind} are in use when everything is closed, {before} were before", left.Text);
        }

        // What the own end closed first waits for its time to be up, as TCP has it.
        var open = (left["connections"] ?? "").Split("\\x0a").FirstOrDefault(row => row.Length > 0 && !IsState(row, "TIME-WAIT") && !IsState(row, "LISTEN"));
        return open is null ? Verdict.Pass : Verdict.Fail($"a connection is left when everything is closed: {open}", left.Text);
    }

    private static bool IsState(string row, string state) => row.StartsWith(state, StringComparison.Ordinal);
}
