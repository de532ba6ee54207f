using System.Reflection;
using Euralios.Grader.Boot;
using Euralios.Grader.Checks;

namespace Euralios.Grader.Pipeline;

/// <summary>The judges, and the peers, in a lab's assembly.</summary>
public sealed class AssemblyJudges : IJudgeSource
{
    private readonly Dictionary<string, Type> judges;
    private readonly Dictionary<string, Type> peers;

    /// <summary>The judges of an assembly that is loaded already.</summary>
    public AssemblyJudges(Assembly assembly) => (judges, peers) = (Classes<IJudge>(assembly), Classes<INetworkPeer>(assembly));

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

    /// <inheritdoc/>
    public INetworkPeer? FindPeer(string className) =>
        peers.TryGetValue(className, out var type) ? (INetworkPeer)Activator.CreateInstance(type)! : null;

    private static Dictionary<string, Type> Classes<T>(Assembly assembly) => assembly.GetTypes()
        .Where(type => !type.IsAbstract && typeof(T).IsAssignableFrom(type))
        .ToDictionary(type => type.Name, StringComparer.Ordinal);
}
