namespace Merriwig.Lab;

/// <summary>
/// A table of cases: a method adds each by name, and is called twice, once to count and once to run. The same table is compiled into the
/// guest and into a host program. The count is announced first, so that a case that never ran is noticed.
/// </summary>
internal unsafe ref struct CaseTable
{
    private readonly bool counting;
    private int count;
    private int passed;

    private CaseTable(bool counting) => this.counting = counting;

    /// <summary>Runs every case of a table and reports each.</summary>
    internal static void Run(delegate*<ref CaseTable, void> table, RandomSource random)
    {
        var counter = new CaseTable(counting: true);
        table(ref counter);
        CaseReport.Announce(counter.count);

        var runner = new CaseTable(counting: false) { random = random };
        table(ref runner);
        CaseReport.Finish(runner.passed, runner.count - runner.passed);
    }

    private RandomSource random;

    /// <summary>A case: lower-case words joined by dashes, and what it does.</summary>
    internal void Add(string name, delegate*<ref Case, void> body)
    {
        count++;
        if (counting)
            return;

        // Each case has numbers of its own, so that one case's appetite does not change the next one's input.
        var instance = new Case(random.Fork((uint)count));
        if (CaseReport.Run(name, body, ref instance))
            passed++;
    }
}
