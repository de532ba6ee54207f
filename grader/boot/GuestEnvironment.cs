using System.Text;
using System.Text.RegularExpressions;

namespace Euralios.Grader.Boot;

/// <summary>Variables for the programs of machines that tests boot: <c>kit test --gc-stress</c> sets them for a whole run of tests.</summary>
public static partial class GuestEnvironment
{
    /// <summary>The variable of the tests' own environment that asks for <c>GC_STRESS</c> in the guest's.</summary>
    public const string StressVariable = "EURALIOS_GC_STRESS";

    /// <summary>The file to be put into the boot archive; none where nothing is asked for.</summary>
    public static IReadOnlyList<(string Name, byte[] Contents)> Files =>
        Environment.GetEnvironmentVariable(StressVariable) is { Length: > 0 } interval ? [OfStress(interval)] : [];

    /// <summary>The file by which programs collect at every so many allocations.</summary>
    public static (string Name, byte[] Contents) OfStress(string interval) => ("environment", Encoding.UTF8.GetBytes($"GC_STRESS={interval}\n"));

    /// <summary>What programs write, without the variable where they list their environment.</summary>
    public static string WithoutStress(string output) => StressLine().Replace(output, "");

    [GeneratedRegex(@"^GC_STRESS=\d+\n", RegexOptions.Multiline)]
    private static partial Regex StressLine();
}
