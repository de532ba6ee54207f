using Microsoft.CodeAnalysis;

namespace Euralios.Grader.Inspect;

/// <summary>
/// Decides what graded code may name: what it declares itself, public members of the core outside of the denied parts, and members of types
/// that the lab hands out. Everything else is out of reach, so a lab is safe by default. In a program .NET's types in the standard library are as good as
/// the core's, and what else it has can be handed out.
/// </summary>
internal sealed class Reach(Compilation compilation, IReadOnlySet<SyntaxTree> graded, IReadOnlyCollection<string> uses, string coreAssemblyName)
{
    /// <summary>Parts of the core that see through types, or into memory.</summary>
    private static readonly string[] DeniedNamespaces =
        ["Internal", "System.Diagnostics", "System.IO", "System.Linq.Expressions", "System.Reflection", "System.Runtime"];

    private static readonly HashSet<string> DeniedTypes =
    [
        "Activator", "AppContext", "AppDomain", "ArgIterator", "Console", "Delegate", "Environment", "GC", "MulticastDelegate",
        "RuntimeArgumentHandle", "RuntimeFieldHandle", "RuntimeMethodHandle", "RuntimeTypeHandle", "Type", "TypedReference",
    ];

    private const string StandardLibrary = "std";

    private readonly HashSet<string> _uses = [.. uses];

    /// <summary>What is compiled is a program: it has a collected heap, so it may do much that a kernel may not.</summary>
    public bool IsProgram { get; } = compilation.ReferencedAssemblyNames.Any(assembly => assembly.Name == StandardLibrary);

    /// <summary>The lab's capabilities, for messages.</summary>
    public string Offered => uses.Count == 0 ? "nothing of the kernel besides its own files" : string.Join(", ", uses.Order(StringComparer.Ordinal));

    public bool IsGraded(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(reference => graded.Contains(reference.SyntaxTree));

    /// <summary>Declared in files that are not graded too.</summary>
    public bool IsShared(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(reference => !graded.Contains(reference.SyntaxTree));

    public bool IsOffered(INamedTypeSymbol type) =>
        (SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, compilation.Assembly) || IsStandard(type)) &&
        (_uses.Contains(type.Name) || _uses.Contains(QualifiedName(type)));

    public bool IsCore(ISymbol symbol) => symbol.ContainingAssembly?.Name == coreAssemblyName || (IsStandard(symbol) && IsOfSystem(symbol.ContainingNamespace));

    /// <summary>Graded code may name this.</summary>
    public bool Allows(ISymbol symbol)
    {
        switch (symbol)
        {
            case INamespaceSymbol or ILocalSymbol or IParameterSymbol or ITypeParameterSymbol:
            case ILabelSymbol or IRangeVariableSymbol or IDiscardSymbol:
            case IDynamicTypeSymbol or IErrorTypeSymbol or IPointerTypeSymbol or IFunctionPointerTypeSymbol: // refused, or an error, elsewhere
            case IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.AnonymousFunction or MethodKind.BuiltinOperator }:
            case IMethodSymbol { MethodKind: MethodKind.FunctionPointerSignature }:
                return true;
            case IAliasSymbol alias:
                return Allows(alias.Target);
            case IArrayTypeSymbol array:
                return Allows(array.ElementType);
        }

        var type = symbol as INamedTypeSymbol ?? symbol.ContainingType;
        return type is not null &&
            (type.IsAnonymousType || IsOwnOrOffered(type) || (IsCore(type) && AllowsOfCore(symbol.OriginalDefinition, type.OriginalDefinition)));
    }

    public static string QualifiedName(INamedTypeSymbol type)
    {
        var name = type.ContainingType is { } outer ? QualifiedName(outer) + "." + type.Name : type.Name;
        return type is { ContainingType: null, ContainingNamespace.IsGlobalNamespace: false }
            ? $"{type.ContainingNamespace.ToDisplayString()}.{name}"
            : name;
    }

    private static bool IsStandard(ISymbol symbol) => symbol.ContainingAssembly?.Name == StandardLibrary;

    private static bool IsOfSystem(INamespaceSymbol? space)
    {
        while (space is { ContainingNamespace.IsGlobalNamespace: false })
        {
            space = space.ContainingNamespace;
        }

        return space?.Name == "System";
    }

    private bool IsOwnOrOffered(INamedTypeSymbol type)
    {
        for (var outer = type.OriginalDefinition; outer is not null; outer = outer.ContainingType)
        {
            if (IsGraded(outer) || IsOffered(outer))
            {
                return true;
            }
        }

        return false;
    }

    private static bool AllowsOfCore(ISymbol symbol, INamedTypeSymbol type)
    {
        for (ISymbol? part = symbol; part is not (null or INamespaceSymbol); part = part.ContainingSymbol)
        {
            if (part.DeclaredAccessibility is not (Accessibility.Public or Accessibility.NotApplicable))
            {
                return false;
            }
        }

        // .NET calls what it does not check by this word, LoadUnsafe for instance.
        return !symbol.Name.Contains("Unsafe", StringComparison.Ordinal) && !IsDenied(type) && symbol switch
        {
            IMethodSymbol method => !IsDenied(method.ReturnType) && !method.Parameters.Any(parameter => IsDenied(parameter.Type)),
            IPropertySymbol property => !IsDenied(property.Type),
            IFieldSymbol field => !IsDenied(field.Type),
            _ => true,
        };
    }

    private static bool IsDenied(ITypeSymbol type)
    {
        if (type is IPointerTypeSymbol or IFunctionPointerTypeSymbol)
        {
            return true;
        }

        for (INamedTypeSymbol? outer = type as INamedTypeSymbol; outer is not null; outer = outer.ContainingType)
        {
            var space = outer.ContainingNamespace?.ToDisplayString() ?? "";
            if ((space == "System" && DeniedTypes.Contains(outer.Name)) ||
                DeniedNamespaces.Any(denied => space == denied || space.StartsWith(denied + ".", StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }
}
