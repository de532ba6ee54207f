namespace Euralios.Grader.Image;

/// <summary>The <c>dotnet</c> that runs this process, so that its children use the same one whatever PATH says.</summary>
public static class DotNet
{
    /// <summary>Its path, or the bare name where this process was not started by it.</summary>
    public static string Program { get; } =
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host && File.Exists(host)
            ? host
            : Path.GetFullPath(Path.Combine(
                System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet")) is var shared
                && File.Exists(shared) ? shared : "dotnet";
}
