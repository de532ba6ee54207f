using Euralios.Sdk.Build;

namespace Euralios.Sdk.Tests.CoreLibrary;

/// <summary>The core library offers nothing publicly that .NET does not have: pure code compiles against either.</summary>
public sealed class PublicSurfaceTests
{
    private static readonly string Library = Path.Combine(Toolchain.RepositoryRoot, "reference", "corelib", "bin", "Debug", "net10.0", "corelib.dll");

    [Test]
    public void Every_public_type_and_member_is_one_of_NETs()
    {
        Assert.That(PublicSurface.Missing(Library, out int types), Is.Empty);
        Assert.That(types, Is.GreaterThan(50), "the library was read");
    }
}
