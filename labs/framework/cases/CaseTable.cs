namespace Merriwig.Lab;

/// <summary>
/// A table of cases: a method adds each by name, and is called twice, once to count and once to run. The same table is compiled into the
/// guest and into a host program. The count is announced first, so that a case that never ran is noticed.
/// </summary>
internal unsafe ref struct CaseTable
{
    private readonly bool counting;
    private readonly int only;
    private int count;
    private int passed;

    private CaseTable(bool counting, int only = 0) => (this.counting, this.only) = (counting, only);

    /// <summary>Runs every case of a table and reports each.</summary>
    internal static void Run(delegate*<ref CaseTable, void> table, RandomSource random)
    {
        Announce(table);
        var runner = new CaseTable(counting: false) { random = random };
        table(ref runner);
        CaseReport.Finish(runner.passed, runner.count - runner.passed);
    }

    /// <summary>Tells how many cases there are.</summary>
    internal static void Announce(delegate*<ref CaseTable, void> table)
    {
        var counter = new CaseTable(counting: true);
        table(ref counter);
        CaseReport.Announce(counter.count);
    }

    /// <summary>Runs one case, with the numbers that it has where all run.</summary>
    /// <param name="table">The table.</param>
    /// <param name="random">The table's numbers.</param>
    /// <param name="number">Which case, from 1.</param>
    internal static void RunOne(delegate*<ref CaseTable, void> table, RandomSource random, int number)
    {
        var runner = new CaseTable(counting: false, number) { random = random };
        table(ref runner);
    }

    private RandomSource random;

    /// <summary>A case: lower-case words joined by dashes, and what it does.</summary>
    internal void Add(string name, delegate*<ref Case, void> body)
    {
        count++;
        if (counting || (only != 0 && only != count))
            return;

        // Each case has numbers of its own, so that one case's appetite does not change the next one's input.
        var instance = new Case(random.Fork((uint)count));
        if (CaseReport.Run(name, body, ref instance))
            passed++;
    }
}
