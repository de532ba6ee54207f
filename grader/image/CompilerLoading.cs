using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Image;

/// <summary>
/// The C# compiler is loaded from the installed SDK, by a hook that the build library registers when it is first touched. Methods here name
/// the compiler's types, and may run before that.
/// </summary>
internal static class CompilerLoading
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "It must come before any method that names a type of the compiler is compiled.")]
    internal static void Register() => RuntimeHelpers.RunModuleConstructor(typeof(Toolchain).Module.ModuleHandle);
}
