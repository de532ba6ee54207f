using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Euralios.Grader.Skeletons;

/// <summary>Where a region lies, and so what stands in its place.</summary>
internal abstract record RegionPlace
{
    /// <summary>Whole members or types: the region disappears.</summary>
    internal sealed record Members : RegionPlace;

    /// <summary>Whole statements of a body.</summary>
    /// <param name="ReturnType">The method's type when the region runs to the end of its body and it returns a value, else null.</param>
    /// <param name="OutParameters">Parameters that must have a value at the end, and have none before the region.</param>
    internal sealed record Statements(string? ReturnType, IReadOnlyList<string> OutParameters) : RegionPlace;

    /// <summary>The expression after <c>=></c>.</summary>
    /// <param name="Type">Its type, or null for none.</param>
    /// <param name="WithSemicolon">The region holds the semicolon too.</param>
    internal sealed record Expression(string? Type, bool WithSemicolon) : RegionPlace;

    /// <summary>The place of a region, or null when it cuts something in two.</summary>
    public static RegionPlace? Of(SyntaxNode root, SourceText text, SolutionRegion region)
    {
        var span = TextSpan.FromBounds(text.Lines[region.FirstLine].Start, text.Lines[region.LastLine].End);
        var inside = root.DescendantTokens(span).Where(token => token.Span.Length > 0 && span.Contains(token.Span)).ToList();
        if (inside.Count == 0)
        {
            return null;
        }

        // The innermost node that holds all of the region's tokens and is not itself one of the things inside.
        var node = inside[0].Parent;
        while (node is not null && !(IsPlace(node) && Covers(node, inside) && !span.Contains(node.Span)))
        {
            node = node.Parent;
        }

        return node switch
        {
            BlockSyntax block when Whole(block.Statements, inside) => StatementsOf(block, inside),
            ArrowExpressionClauseSyntax arrow when Same(arrow.Expression, inside) => new Expression(ValueType(arrow.Parent!), WithSemicolon: false),
            TypeDeclarationSyntax type when Whole(type.Members, inside) => new Members(),
            BaseNamespaceDeclarationSyntax space when Whole(space.Members, inside) => new Members(),
            CompilationUnitSyntax unit when Whole(unit.Members, inside) => new Members(),
            MemberDeclarationSyntax or AccessorDeclarationSyntax or LocalFunctionStatementSyntax => ExpressionOf(node, inside),
            _ => null,
        };
    }

    private static bool IsPlace(SyntaxNode node) => node is BlockSyntax or ArrowExpressionClauseSyntax or AccessorDeclarationSyntax
        or LocalFunctionStatementSyntax or SwitchSectionSyntax or MemberDeclarationSyntax or CompilationUnitSyntax;

    private static bool Covers(SyntaxNode node, List<SyntaxToken> inside) => node.Span.Contains(inside[0].Span) && node.Span.Contains(inside[^1].Span);

    private static bool Same(SyntaxNode node, List<SyntaxToken> inside) =>
        node.Span == TextSpan.FromBounds(inside[0].SpanStart, inside[^1].Span.End);

    /// <summary>Some of the nodes, each wholly inside, are exactly what is inside.</summary>
    private static bool Whole<T>(SyntaxList<T> nodes, List<SyntaxToken> inside)
        where T : SyntaxNode
    {
        var taken = nodes.Where(node => node.Span.IntersectsWith(TextSpan.FromBounds(inside[0].SpanStart, inside[^1].Span.End))).ToList();
        return taken.Count > 0 && taken[0].SpanStart == inside[0].SpanStart && taken[^1].Span.End == inside[^1].Span.End;
    }

    private static Statements StatementsOf(BlockSyntax block, List<SyntaxToken> inside)
    {
        var owner = block.Parent!;
        // Only the body of something that returns a value, or has out parameters, asks for more than the call.
        var runsToTheEnd = block.Statements[^1].Span.End == inside[^1].Span.End;
        return runsToTheEnd ? new Statements(ValueType(owner), Unassigned(owner, block, inside[0].SpanStart)) : new Statements(null, []);
    }

    /// <summary>Expression and semicolon, which belongs to the member and not to the arrow.</summary>
    private static Expression? ExpressionOf(SyntaxNode member, List<SyntaxToken> inside)
    {
        var arrow = member.ChildNodes().OfType<ArrowExpressionClauseSyntax>().FirstOrDefault();
        return arrow is not null && inside[^1].IsKind(SyntaxKind.SemicolonToken) && inside[0].SpanStart == arrow.Expression.SpanStart
            ? new Expression(ValueType(member), WithSemicolon: true)
            : null;
    }

    /// <summary>The type of the value that a body returns, as it is written; null for none.</summary>
    private static string? ValueType(SyntaxNode owner) => owner switch
    {
        MethodDeclarationSyntax method => NotVoid(method.ReturnType),
        LocalFunctionStatementSyntax local => NotVoid(local.ReturnType),
        OperatorDeclarationSyntax operation => NotVoid(operation.ReturnType),
        ConversionOperatorDeclarationSyntax conversion => NotVoid(conversion.Type),
        AccessorDeclarationSyntax { RawKind: (int)SyntaxKind.GetAccessorDeclaration, Parent.Parent: BasePropertyDeclarationSyntax property } =>
            NotVoid(property.Type),
        PropertyDeclarationSyntax property => NotVoid(property.Type),
        IndexerDeclarationSyntax indexer => NotVoid(indexer.Type),
        _ => null,
    };

    private static string? NotVoid(TypeSyntax type) =>
        type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } ? null : type.ToString();

    private static List<string> Unassigned(SyntaxNode owner, BlockSyntax block, int start)
    {
        var parameters = owner switch
        {
            BaseMethodDeclarationSyntax method => method.ParameterList.Parameters,
            LocalFunctionStatementSyntax local => local.ParameterList.Parameters,
            _ => default,
        };
        var assigned = block.Statements.Where(statement => statement.Span.End <= start)
            .OfType<ExpressionStatementSyntax>()
            .Select(statement => statement.Expression)
            .OfType<AssignmentExpressionSyntax>()
            .Select(assignment => assignment.Left.ToString())
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. parameters.Where(parameter => parameter.Modifiers.Any(SyntaxKind.OutKeyword))
                .Select(parameter => parameter.Identifier.Text)
                .Where(name => !assigned.Contains(name)),
        ];
    }
}
