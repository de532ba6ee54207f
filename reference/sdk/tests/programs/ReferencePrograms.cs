using Euralios.Sdk.Build;

namespace Euralios.Sdk.Tests.Programs;

/// <summary>The reference's programs as the solution built them, and others made by the same last stage.</summary>
internal static class ReferencePrograms
{
    private static readonly string Reference = Path.Combine(Toolchain.RepositoryRoot, "reference");

    /// <summary>The archive of all programs.</summary>
    public static string Archive { get; } = Path.Combine(Reference, "programs", "bin", "boot.tar");

    /// <summary>A program's image.</summary>
    public static string Image(string name) => Path.Combine(Reference, "programs", name, "bin", name);

    /// <summary>Compiles and links hello with another text in the place of its <c>Program.cs</c>.</summary>
    public static ImageBuild Build(string text)
    {
        string folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "programs", TestContext.CurrentContext.Test.ID);
        string project = Path.Combine(Reference, "programs", "hello");
        return new ImageBuilder().Build(
            Path.Combine(project, "obj", "image.rsp"),
            [new SourceReplacement(Path.Combine(project, "Program.cs"), text, "Sample.cs")],
            Path.Combine(folder, "hello"),
            inspect: null,
            CancellationToken.None);
    }
}
