using Euralios.Grader.Lab;

namespace Euralios.Grader.Report;

/// <summary>The commands that reports name, in one place: a reader pastes them.</summary>
public static class Commands
{
    /// <summary>The lab's number, as the commands take it.</summary>
    public static string Number(string labId) => labId.Split('-')[0];

    /// <summary>Repeats one check of a run.</summary>
    public static string Repeat(LabDefinition lab, string check, string seed, bool solution) =>
        $"./kit lab {Number(lab.Id)}{(solution ? " --solution" : "")} --check {check} --seed {seed}";

    /// <summary>Opens the hint that fits a failed check.</summary>
    public static string Hint(LabDefinition lab, CheckDefinition check) =>
        $"./kit lab {Number(lab.Id)} --hints {check.Task}{(check.Hint > 1 ? $" --level {check.Hint}" : "")}";
}
