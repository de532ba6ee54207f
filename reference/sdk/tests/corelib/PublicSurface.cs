using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Euralios.Sdk.Tests.CoreLibrary;

/// <summary>What an assembly offers publicly, beside what .NET offers under the same names.</summary>
internal static class PublicSurface
{
    private static readonly SymbolDisplayFormat Signature = SymbolDisplayFormat.CSharpErrorMessageFormat
        .WithMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.ExpandNullable);

    /// <summary>The public types and members of a library that .NET does not have; <paramref name="count"/> types were looked at.</summary>
    /// <param name="library">The library.</param>
    /// <param name="references">What it stands on.</param>
    /// <param name="isLookedAt">Whether a type, by its full name, is to be one of .NET's.</param>
    /// <param name="count">How many types were.</param>
    public static IReadOnlyList<string> Missing(string library, IEnumerable<string> references, Predicate<string> isLookedAt, out int count)
    {
        CSharpCompilation ours = Compilation([library, .. references]);
        CSharpCompilation real = Compilation(((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator));
        IAssemblySymbol assembly = (IAssemblySymbol)ours.GetAssemblyOrModuleSymbol(ours.References.First())!;
        List<INamedTypeSymbol> types =
            [.. Types(assembly.GlobalNamespace).Where(type => type.DeclaredAccessibility == Accessibility.Public && isLookedAt(type.ToDisplayString()))];
        count = types.Count;

        var missing = new List<string>();
        foreach (INamedTypeSymbol type in types)
        {
            INamedTypeSymbol? counterpart = real.GetTypeByMetadataName(MetadataName(type));
            if (counterpart is not { DeclaredAccessibility: Accessibility.Public })
            {
                missing.Add(type.ToDisplayString(Signature));
                continue;
            }

            HashSet<string> members = [.. Members(counterpart)];
            missing.AddRange(Members(type).Where(member => !members.Contains(member)));
        }

        return missing;
    }

    /// <summary>A type's public members, and for .NET's type those that it inherits: what it declares itself is its own affair.</summary>
    private static List<string> Members(INamedTypeSymbol type)
    {
        var members = new List<string>();
        for (INamedTypeSymbol? declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (ISymbol member in declaring.GetMembers().Where(member => member.DeclaredAccessibility == Accessibility.Public))
            {
                // How a type is made when nothing is said is its own affair too.
                if (member is not IMethodSymbol { MethodKind: MethodKind.Constructor, Parameters.Length: 0 })
                    members.Add(Describe(member).Replace(declaring.ToDisplayString(Signature), type.ToDisplayString(Signature), StringComparison.Ordinal));
            }

            if (type.ContainingAssembly.Name is "corelib" or "std")
                break;
        }

        return members;
    }

    private static string Describe(ISymbol member) => (member.IsStatic ? "static " : "") + member.ToDisplayString(Signature);

    // No iterators here: their state holds the compiler's types, which cannot be loaded yet when the test framework looks for tests.
    private static List<INamedTypeSymbol> Types(INamespaceOrTypeSymbol container)
    {
        var types = new List<INamedTypeSymbol>();
        foreach (ISymbol member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type)
                types.Add(type);
            if (member is INamespaceOrTypeSymbol nested)
                types.AddRange(Types(nested));
        }

        return types;
    }

    private static string MetadataName(INamedTypeSymbol type) => type.ContainingType is { } outer
        ? $"{MetadataName(outer)}+{type.MetadataName}"
        : $"{type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}";

    private static CSharpCompilation Compilation(IEnumerable<string> references) =>
        CSharpCompilation.Create("surface", references: references.Select(path => MetadataReference.CreateFromFile(path)));
}
