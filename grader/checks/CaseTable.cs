using Euralios.Grader.Tracing;

namespace Euralios.Grader.Checks;

/// <summary>How a case of the guest's table came out.</summary>
internal enum CaseOutcome
{
    /// <summary>It began, and the boot ended before it came to a result.</summary>
    Open,

    /// <summary>It passed.</summary>
    Passed,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>Its events contradict one another. The kit's code never writes such events.</summary>
    Forged,
}

/// <summary>One case of the guest's table.</summary>
internal sealed class GuestCase(string name)
{
    public string Name { get; } = name;

    public CaseOutcome Outcome { get; set; } = CaseOutcome.Open;

    /// <summary>The <c>case.fail</c> event.</summary>
    public TraceEvent? Failure { get; set; }

    /// <summary>What contradicts what.</summary>
    public string? Forgery { get; private set; }

    /// <summary>The process that ended by an exception while the case was open.</summary>
    public ulong? FaultedProcess { get; set; }

    /// <summary>A task that the case ran into and that is not written.</summary>
    public string? Unwritten { get; set; }

    public void Forge(string why) => (Outcome, Forgery) = (CaseOutcome.Forged, Forgery ?? why);
}

/// <summary>
/// The guest's table of cases as the trace tells it: <c>case.table</c>, then for each case <c>case.begin</c> and one result, then
/// <c>case.end</c> with the totals. Every event must fit the ones before it, so none can be added, repeated or left out unnoticed.
/// </summary>
internal sealed class CaseTable
{
    private readonly Dictionary<string, GuestCase> _cases = new(StringComparer.Ordinal);
    private readonly List<GuestCase> _order = [];
    private GuestCase? _open;

    private CaseTable()
    {
    }

    /// <summary>How many cases the guest announced; null when it announced nothing.</summary>
    public ulong? Announced { get; private set; }

    /// <summary>The names, when the guest announced them too.</summary>
    public IReadOnlyList<string>? AnnouncedNames { get; private set; }

    /// <summary>The cases in the order in which they began.</summary>
    public IReadOnlyList<GuestCase> Cases => _order;

    /// <summary>Something is wrong with the table as a whole.</summary>
    public string? Forgery { get; private set; }

    /// <summary>The guest wrote its totals.</summary>
    public bool Ended { get; private set; }

    /// <summary>Each announced case has begun.</summary>
    public bool Complete => Announced is { } count && (ulong)_order.Count == count;

    public static CaseTable Read(Trace trace)
    {
        var table = new CaseTable();
        foreach (var line in trace.Events)
        {
            table.Take(line);
        }

        return table;
    }

    private void Take(TraceEvent line)
    {
        if (line.Name == "lab.unwritten" && _open is not null)
        {
            _open.Unwritten ??= line["task"];
            return;
        }

        if (line.Name == "process.fault" && _open is not null)
        {
            _open.FaultedProcess = line.Number("process");
            return;
        }

        if (!line.Name.StartsWith("case.", StringComparison.Ordinal))
        {
            return;
        }

        if (Ended)
        {
            Forge($"line {line.Line}: `{line.Name}` comes after the table's end");
        }

        switch (line.Name)
        {
            case "case.table":
                if (Announced is not null || _order.Count > 0)
                {
                    Forge($"line {line.Line}: the table is announced again, or after its first case");
                }

                Announced = line.Number("count") ?? 0;
                AnnouncedNames = line["names"]?.Split(',', StringSplitOptions.RemoveEmptyEntries);
                break;
            case "case.begin":
                Begin(line["name"] ?? "");
                break;
            case "case.pass":
                Result(line, CaseOutcome.Passed);
                break;
            case "case.fail":
                Result(line, CaseOutcome.Failed);
                break;
            case "case.end":
                End(line);
                break;
        }
    }

    private void Begin(string name)
    {
        _open?.Forge($"case {name} begins before {_open.Name} has a result");
        if (_cases.TryGetValue(name, out var again))
        {
            again.Forge($"case {name} begins twice");
            _open = again;
            return;
        }

        _open = new GuestCase(name);
        _cases.Add(name, _open);
        _order.Add(_open);
    }

    private void Result(TraceEvent line, CaseOutcome outcome)
    {
        var name = line["name"] ?? "";
        if (_open?.Name != name)
        {
            if (!_cases.TryGetValue(name, out var closed))
            {
                Forge($"line {line.Line}: case {name} has a result without having begun");
                return;
            }

            closed.Forge($"case {name} has a second result");
            return;
        }

        if (_open.Outcome == CaseOutcome.Open)
        {
            (_open.Outcome, _open.Failure) = (outcome, outcome == CaseOutcome.Failed ? line : null);
        }

        if (outcome == CaseOutcome.Passed && _open.Unwritten is not null)
        {
            _open.Forge($"case {name} passes although task {_open.Unwritten} is not written");
        }

        _open = null;
    }

    private void End(TraceEvent line)
    {
        Ended = true;
        var passed = (ulong)_order.Count(entry => entry.Outcome == CaseOutcome.Passed);
        if (_open is not null || line.Number("passed") != passed || line.Number("failed") != (ulong)_order.Count - passed || !Complete)
        {
            Forge($"line {line.Line}: the table's totals do not agree with its {Announced ?? 0} announced and {_order.Count} begun cases");
        }
    }

    private void Forge(string why) => Forgery ??= why;
}
