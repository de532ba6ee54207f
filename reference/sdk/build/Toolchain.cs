using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace Euralios.Sdk.Build;

/// <summary>Where the tools are that turn C# into a kernel image, as the build of this assembly recorded them.</summary>
public static class Toolchain
{
    /// <summary>The folder with <c>ilc</c>, .NET's native compiler.</summary>
    public static string IlcDirectory { get; } = Recorded("IlcDirectory");

    /// <summary>The folder with the installed SDK's C# compiler: the one that MSBuild uses, compiled to machine code, so it starts fast.</summary>
    public static string CompilerDirectory { get; } = Recorded("CompilerDirectory");

    /// <summary>The root of the project's checkout, without a slash at its end.</summary>
    public static string RepositoryRoot { get; } = Recorded("RepositoryRoot").TrimEnd('/', '\\');

    private static string Recorded(string key) =>
        typeof(Toolchain).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;

    /// <summary>
    /// The compiler's assemblies are not copied beside ours: 28 MB for every project that touches one, and a second version that could drift.
    /// They are loaded from the SDK when first needed.
    /// </summary>
    [ModuleInitializer]
    internal static void LoadCompilerFromSdk() =>
        AssemblyLoadContext.Default.Resolving += static (context, name) =>
            name.Name is "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp"
                ? context.LoadFromAssemblyPath(Path.Combine(CompilerDirectory, name.Name + ".dll"))
                : null;
}
