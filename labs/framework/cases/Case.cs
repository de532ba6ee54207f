using System.Runtime.CompilerServices;

namespace Merriwig.Lab;

/// <summary>What a case works with: seeded numbers, and expectations. The first that does not hold ends the case.</summary>
internal struct Case(RandomSource random)
{
    /// <summary>The case's numbers: the same seed gives the same ones.</summary>
    internal RandomSource Random = random;

    /// <summary>A condition that must hold.</summary>
    internal readonly void Expect(
        bool condition, string because, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (!condition)
            CaseReport.Fail(because, file, line);
    }

    /// <summary>Two numbers that must be equal.</summary>
    internal readonly void Equal(
        ulong expected, ulong actual, string what, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        if (expected != actual)
            CaseReport.Fail(what, expected, actual, file, line);
    }
}
