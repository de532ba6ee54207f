using Euralios.Grader.Report;
using Euralios.Grader.Result;
using Spectre.Console;

namespace Euralios.Grader.Verify;

/// <summary>A trial that was run.</summary>
/// <param name="Trial">The trial.</param>
/// <param name="Result">Its result.</param>
/// <param name="Objection">What is wrong with the result, or null.</param>
public sealed record VerifiedTrial(Trial Trial, LabResult Result, string? Objection);

/// <summary>The account of a verification: a line a trial, and what survived by name.</summary>
public static class VerifyTable
{
    private static readonly Style Good = new(Color.Green);
    private static readonly Style Bad = new(Color.Red);

    /// <summary>Writes the table.</summary>
    public static void Write(IAnsiConsole console, IReadOnlyList<VerifiedTrial> rows)
    {
        var width = rows.Max(row => row.Trial.Name.Length);
        foreach (var lab in rows.GroupBy(row => row.Trial.Lab.Id))
        {
            console.WriteLineOf("");
            console.WriteLineOf(lab.Key);
            foreach (var row in lab)
            {
                console.Write(new Text(row.Objection is null ? "  ok    " : "  WRONG ", row.Objection is null ? Good : Bad));
                console.WriteLineOf(
                    $"{ShownText.Line(row.Trial.Name).PadRight(width)}  {row.Result.Points,3}/{row.Result.MaximumPoints}  "
                    + ShownText.Line(row.Objection ?? row.Result.Summary));
            }
        }

        console.WriteLineOf("");
        var survivors = rows.Where(row => row.Objection is not null).Select(row => $"{row.Trial.Lab.Id} {row.Trial.Name}").ToList();
        if (survivors.Count > 0)
            console.WriteLineOf($"Not as they must be: {ShownText.Line(string.Join(", ", survivors))}");
    }
}
