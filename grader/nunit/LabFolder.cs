using System.Reflection;
using Euralios.Grader.Lab;

namespace Euralios.Grader.NUnit;

/// <summary>Where the lab of a test assembly is.</summary>
internal static class LabFolder
{
    private const string Key = "LabFolder";

    /// <summary>Reads the lab that the fixture's assembly belongs to.</summary>
    /// <exception cref="LabFormatException">Its <c>lab.yaml</c> is wrong.</exception>
    public static LabDefinition Read(Type fixture)
    {
        var folder = fixture.Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(attribute => attribute.Key == Key)?.Value
            ?? throw new LabFormatException(
                [$"{fixture.Assembly.GetName().Name}: expected the assembly metadata {Key} in the lab's project, found nothing"]);
        return LabReader.Read(Path.TrimEndingDirectorySeparator(folder));
    }
}
