using System.Reflection;
using Euralios.Grader.Checks;

namespace Euralios.Grader.Pipeline;

/// <summary>The judges in a lab's assembly.</summary>
public sealed class AssemblyJudges : IJudgeSource
{
    private readonly Dictionary<string, Type> judges;

    /// <summary>The judges of an assembly that is loaded already.</summary>
    public AssemblyJudges(Assembly assembly) => judges = assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(IJudge).IsAssignableFrom(type))
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>The judges of the assembly that building the lab's project left; the newest, when there are several configurations.</summary>
    /// <exception cref="FileNotFoundException">The lab's project was not built.</exception>
    public static AssemblyJudges OfLab(string labFolder)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(labFolder)) + ".dll";
        var bin = Path.Combine(labFolder, "bin");
        var assembly = (Directory.Exists(bin) ? Directory.GetFiles(bin, name, SearchOption.AllDirectories) : [])
            .MaxBy(File.GetLastWriteTimeUtc)
            ?? throw new FileNotFoundException($"{name} is not there; build the lab's project first: dotnet build {labFolder}");
        return new(Assembly.LoadFrom(assembly));
    }

    /// <inheritdoc/>
    public IJudge? Find(string className) =>
        judges.TryGetValue(className, out var type) ? (IJudge)Activator.CreateInstance(type)! : null;
}
