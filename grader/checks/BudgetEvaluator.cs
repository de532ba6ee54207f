using System.Globalization;
using Euralios.Grader.Result;

namespace Euralios.Grader.Checks;

/// <summary>
/// Judges guest instructions: the kit's code in the guest writes <c>budget.measure name=X instructions=N count=C</c>, and N / C may be at most
/// <c>most</c>. Whole numbers decide, so no rounding does.
/// </summary>
internal static class BudgetEvaluator
{
    public static Verdict Judge(Evaluation evaluation)
    {
        var name = evaluation.Argument("measure");
        var most = ulong.Parse(evaluation.Argument("most"), CultureInfo.InvariantCulture);
        var measures = evaluation.Trace.Events.Where(line => line.Name == "budget.measure" && line["name"] == name).ToList();
        if (measures is not [var measure])
        {
            return Verdict.Fail(
                measures.Count == 0 ? $"{name} was not measured" : $"{name} was measured {measures.Count} times, where once is expected");
        }

        if (measure.Number("instructions") is not { } instructions || measure.Number("count") is not ({ } count and > 0))
        {
            return Verdict.Fail($"{name} was measured, but its numbers make no sense: {measure.Text}");
        }

        var each = string.Create(CultureInfo.InvariantCulture, $"{(decimal)instructions / count:0.#}");
        var both = $"{name}: {each} instructions each, at most {most} allowed ({instructions} for {count})";
        return instructions <= (UInt128)most * count ? Verdict.Pass with { Details = [both] } : Verdict.Fail(both);
    }
}
