using Microsoft.CodeAnalysis;

namespace Euralios.Grader.Inspect;

/// <summary>The message for a thing that the lab does not hand out.</summary>
internal static class OutOfReach
{
    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.CSharpShortErrorMessageFormat;

    public static void Report(Findings findings, Reach reach, Location place, ISymbol symbol)
    {
        var name = symbol.ToDisplayString(Format);
        findings.Add(place, Rule.OutOfReach, reach.IsCore(symbol)
            ? $"`{name}` is not for graded files; use what System offers for safe code"
            : $"`{name}` is not handed out by this lab; use {reach.Offered}");
    }
}
