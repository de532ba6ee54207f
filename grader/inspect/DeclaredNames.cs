using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Euralios.Grader.Inspect;

/// <summary>What the reference's version of a graded file declares: its namespaces, types and extension methods.</summary>
internal sealed class DeclaredNames
{
    public DeclaredNames(string text)
    {
        var root = CSharpSyntaxTree.ParseText(text, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot();
        Namespaces = [.. root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Select(Qualified)];
        Types = [.. root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(Qualified)];
        Extensions =
        [
            .. root.DescendantNodes().OfType<MethodDeclarationSyntax>()
                .Where(method => method.ParameterList.Parameters is [var first, ..] && first.Modifiers.Any(SyntaxKind.ThisKeyword))
                .Select(method => method.Identifier.ValueText),
        ];
    }

    public IReadOnlyList<string> Namespaces { get; }

    public HashSet<string> Types { get; }

    public HashSet<string> Extensions { get; }

    private static string Qualified(SyntaxNode node) => string.Join('.', node.AncestorsAndSelf().Reverse().Select(part => part switch
    {
        BaseNamespaceDeclarationSyntax space => space.Name.ToString(),
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        _ => "",
    }).Where(name => name.Length > 0));
}
