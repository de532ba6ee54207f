using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Euralios.Grader.Inspect;

/// <summary>
/// What a graded file may declare. A type at the level of a namespace can change what other files' names mean, so only those of the
/// reference's file may stand there; helpers are nested, or <c>file</c> types.
/// </summary>
internal sealed class DeclarationRules(SemanticModel model, Reach reach, Findings findings)
{
    private const int AllowedMethodImplementation = 8 + 256 + 512; // NoInlining, AggressiveInlining, AggressiveOptimization

    private static readonly HashSet<string> AllowedAttributes =
    [
        "System.FlagsAttribute",
        "System.Diagnostics.CodeAnalysis.MaybeNullWhenAttribute",
        "System.Diagnostics.CodeAnalysis.NotNullWhenAttribute",
        "System.Runtime.CompilerServices.InlineArrayAttribute",
        MethodImplementation,
    ];

    private static readonly string[] ReservedNamespaces = ["System", "Internal", "Microsoft"];

    private const string MethodImplementation = "System.Runtime.CompilerServices.MethodImplAttribute";

    public void Check(SyntaxNode root, string? referenceText)
    {
        var reference = referenceText is null ? null : new DeclaredNames(referenceText);
        foreach (var node in root.DescendantNodes())
        {
            switch (node)
            {
                case UsingDirectiveSyntax { GlobalKeyword.RawKind: (int)SyntaxKind.GlobalKeyword }:
                    findings.Add(node, Rule.Declaration, "`global using` changes other files; write `using`");
                    break;
                case GlobalStatementSyntax:
                    findings.Add(node, Rule.Declaration, "statements belong into methods");
                    break;
                case BaseNamespaceDeclarationSyntax space:
                    CheckNamespace(space, reference);
                    break;
                case ParameterSyntax parameter when parameter.Modifiers.Any(SyntaxKind.ThisKeyword):
                case ExtensionBlockDeclarationSyntax:
                    CheckExtension(node, reference);
                    break;
                case BaseTypeDeclarationSyntax type:
                    CheckType(type, reference);
                    break;
                case AttributeSyntax attribute:
                    CheckAttribute(attribute);
                    break;
                case VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } field:
                    CheckStaticField(field, (model.GetDeclaredSymbol(field) as IFieldSymbol)?.Type);
                    break;
                case PropertyDeclarationSyntax property when IsStored(property):
                    CheckStaticField(property, (model.GetDeclaredSymbol(property))?.Type);
                    break;
                case ConstructorDeclarationSyntax constructor when !reach.IsProgram && constructor.Modifiers.Any(SyntaxKind.StaticKeyword):
                    findings.Add(
                        node, Rule.StaticState, "the kernel runs no static constructors; give the fields constants, or set them in a method that is called");
                    break;
            }
        }
    }

    private void CheckNamespace(BaseNamespaceDeclarationSyntax declaration, DeclaredNames? reference)
    {
        var name = model.GetDeclaredSymbol(declaration)?.ToDisplayString() ?? "";
        if (reference is not null ? !reference.Namespaces.Contains(name) : ReservedNamespaces.Contains(name.Split('.')[0]))
        {
            var instead = reference is { Namespaces: [var only, ..] } ? $"; write `namespace {only};`" : "; use the skeleton's";
            findings.Add(declaration.Name, Rule.Declaration, $"this file has no business in the namespace `{name}`{instead}");
        }
    }

    private void CheckType(BaseTypeDeclarationSyntax declaration, DeclaredNames? reference)
    {
        if (model.GetDeclaredSymbol(declaration) is not INamedTypeSymbol type)
        {
            return;
        }

        var name = Reach.QualifiedName(type);
        if (reference is not null)
        {
            var known = reference.Types.Contains(name) || type.IsFileLocal;
            if (type.ContainingType is null && !known)
            {
                findings.Add(
                    declaration.Identifier.GetLocation(),
                    Rule.Declaration,
                    $"the type `{type.Name}` is not one of the skeleton's; make it a `file` type, or put it inside of one");
            }
        }
        else if (type.ContainingType is null && reach.IsShared(type) && !reach.IsOffered(type))
        {
            findings.Add(
                declaration.Identifier.GetLocation(), Rule.Declaration, $"the type `{type.Name}` belongs to another file; give yours another name");
        }
    }

    private void CheckExtension(SyntaxNode node, DeclaredNames? reference)
    {
        var method = node.FirstAncestorOrSelf<MethodDeclarationSyntax>();
        var hidden = node.Ancestors().OfType<BaseTypeDeclarationSyntax>().Any(type => type.Modifiers.Any(SyntaxKind.FileKeyword));
        if (!hidden && (method is null || reference is null || !reference.Extensions.Contains(method.Identifier.ValueText)))
        {
            findings.Add(node, Rule.Declaration, "an extension method changes what other files' calls mean; make it an ordinary method");
        }
    }

    private void CheckAttribute(AttributeSyntax attribute)
    {
        var type = model.GetTypeInfo(attribute).Type as INamedTypeSymbol;
        var name = type is null ? attribute.Name.ToString() : Reach.QualifiedName(type);
        var list = attribute.Parent as AttributeListSyntax;
        var reachesOut = list?.Target?.Identifier.ValueText is "assembly" or "module";
        if (reachesOut || type is null || !reach.IsCore(type) || !AllowedAttributes.Contains(name))
        {
            findings.Add(attribute, Rule.Attribute, $"the attribute `{attribute.Name}` is not for graded files; remove it");
        }
        else if (name == MethodImplementation && !IsAllowedImplementation(attribute))
        {
            findings.Add(attribute, Rule.Attribute, "only AggressiveInlining, AggressiveOptimization and NoInlining are for graded files");
        }
    }

    private bool IsAllowedImplementation(AttributeSyntax attribute) => attribute.ArgumentList?.Arguments is [{ NameEquals: null } argument] &&
        model.GetConstantValue(argument.Expression) is { HasValue: true, Value: int flags } && (flags & ~AllowedMethodImplementation) == 0;

    /// <summary>An automatic property, or one that uses <c>field</c>, has a field behind it.</summary>
    private static bool IsStored(PropertyDeclarationSyntax property) =>
        property.Modifiers.Any(SyntaxKind.StaticKeyword) &&
        (property.AccessorList?.Accessors.Any(accessor => accessor is { Body: null, ExpressionBody: null }) == true ||
         property.DescendantNodes().OfType<FieldExpressionSyntax>().Any());

    private void CheckStaticField(SyntaxNode declaration, ITypeSymbol? type)
    {
        var isStatic = model.GetDeclaredSymbol(declaration) is IFieldSymbol { IsStatic: true, IsConst: false } or IPropertySymbol { IsStatic: true };
        if (isStatic && !reach.IsProgram && type is { IsUnmanagedType: false })
        {
            findings.Add(
                declaration,
                Rule.StaticState,
                "static fields hold plain values here, nothing that lies on a heap; use `const`, or a table that the lab hands out");
        }
    }
}
