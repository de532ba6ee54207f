using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Euralios.Grader.Inspect;

/// <summary>Holds every name that is written in a graded file against what it may reach.</summary>
internal sealed class NameRules(SemanticModel model, Reach reach, Findings findings)
{
    public void Check(SyntaxNode root)
    {
        foreach (var name in root.DescendantNodes().OfType<SimpleNameSyntax>())
        {
            // `var` names what the right side is; attributes have a list of their own, and constants are all that they hold.
            if (name is not IdentifierNameSyntax { IsVar: true } && name.FirstAncestorOrSelf<AttributeSyntax>() is null)
            {
                CheckName(name);
            }
        }
    }

    private void CheckName(SimpleNameSyntax name)
    {
        var info = model.GetSymbolInfo(name);
        var symbols = info.Symbol is { } symbol ? [symbol] : info.CandidateSymbols;
        foreach (var refused in symbols.Where(candidate => !reach.Allows(candidate)))
        {
            OutOfReach.Report(findings, reach, name.Identifier.GetLocation(), refused);
        }
    }
}
