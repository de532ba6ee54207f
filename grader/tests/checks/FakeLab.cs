using System.Text;
using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Lab;
using Euralios.Grader.Result;

namespace Euralios.Grader.Tests.Checks;

/// <summary>Labs and boots as a test needs them: one task, one boot named <c>b</c>, whatever trace.</summary>
internal static class FakeLab
{
    public static readonly Limits NoLimits = new(1_000, TimeSpan.FromSeconds(1), 100, 100, TimeSpan.FromSeconds(1));

    public static LabDefinition Lab(params CheckDefinition[] checks) => new(
        "/nowhere/06-frames", "06-frames", "Frames", [], "Image.csproj", null, [], [], new Machine(), 0,
        [new LabTask("6.1", "Tree", "Text", 100, ["one", "two", "three"]), new LabTask("6.2", "More", "Text", 0, ["four", "five", "six"])],
        [new BootDefinition("b", "s", [], new Machine(), NoLimits, null)],
        checks);

    public static CheckDefinition Check(CheckKind kind, string id = "c", int points = 10, params (string Key, string Value)[] arguments) => new(
        id, "6.1", "Title of " + id, kind, kind == CheckKind.Host ? null : "b", points, Visibility.Student, [], 2,
        arguments.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value.Split(' ')));

    public static BootRecord Boot(string trace, Ending ending = Ending.Finished, Stuck? stuck = null, string console = "", string? error = null) => new(
        new BootRequest("image", "", new Machine(), NoLimits, Enumerable.Range(0, 16).Select(index => (byte)index).ToArray()),
        ending, 0, Encoding.Latin1.GetBytes(console), Encoding.Latin1.GetBytes(trace.Length == 0 ? "" : trace.Replace('|', '\n') + "\n"), 500, [], stuck, error);

    /// <summary>The guest's table around a few lines, with the totals that belong to them.</summary>
    public static string Table(string cases)
    {
        var lines = cases.Split('|');
        int Count(string name) => lines.Count(line => line.StartsWith(name + " ", StringComparison.Ordinal));
        return $"case.table count={Count("case.begin")}|{cases}|case.end passed={Count("case.pass")} failed={Count("case.fail")}";
    }

    public static CheckInputs Inputs(LabDefinition lab, BootRecord? boot, IJudge? judge = null) => new(
        lab, boot is null ? new Dictionary<string, BootRecord>() : new Dictionary<string, BootRecord> { ["b"] = boot }, new Judges(judge), Symbolize, "00ff");

    public static CheckResult Run(CheckDefinition check, BootRecord boot, IJudge? judge = null) => CheckRunner.Run(Inputs(Lab(check), boot, judge))[0];

    public static string? Symbolize(ulong address) => address >= 0x1000 ? $"Kernel.Method{address >> 12:x} (Kernel.cs:{address & 0xFFF})" : null;

    private sealed class Judges(IJudge? judge) : IJudgeSource
    {
        public IJudge? Find(string className) => className == "J" ? judge : null;
    }
}

/// <summary>A judge that does what a test says.</summary>
internal sealed class FakeJudge(Func<BootRecord, JudgeContext, Verdict> judge) : IJudge
{
    public Verdict Judge(BootRecord record, JudgeContext context) => judge(record, context);
}
