using Euralios.Sdk.Build;

namespace Euralios.Sdk.Tests.CoreLibrary;

/// <summary>The libraries offer nothing in .NET's namespaces that .NET does not have: pure code compiles against either.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly string CoreLibrary = Library("corelib");
    private static readonly string StandardLibrary = Library("std");

    [Test]
    public void Every_public_type_and_member_is_one_of_NETs()
    {
        Assert.That(PublicSurface.Missing(CoreLibrary, [], static _ => true, out int types), Is.Empty);
        Assert.That(types, Is.GreaterThan(100), "the library was read");
    }

    /// <summary>
    /// But for what the C# compiler makes of an interpolated string for the console, which .NET would allocate, and for the forms that return an
    /// error where .NET's throw.
    /// </summary>
    [Test]
    public void So_is_what_the_standard_library_has_in_the_same_namespaces()
    {
        Assert.That(
            PublicSurface.Missing(StandardLibrary, [CoreLibrary], IsLookedAt, out int types).Where(member => !ReturnsAnError(member)), Is.Empty);
        Assert.That(types, Is.GreaterThan(20), "the library was read");

        static bool IsLookedAt(string name) =>
            name.StartsWith("System.", StringComparison.Ordinal) && !name.StartsWith("System.Console", StringComparison.Ordinal);

        static bool ReturnsAnError(string member) =>
            member.Contains(".Try", StringComparison.Ordinal) && member.EndsWith("out Euralios.Std.Error)", StringComparison.Ordinal);
    }

    private static string Library(string name) =>
        Path.Combine(Toolchain.RepositoryRoot, "reference", name, "bin", "Debug", "net10.0", name + ".dll");
}
