using Euralios.Sdk.Build;

namespace Euralios.Sdk.Tests.Images;

/// <summary>Builds the reference kernel with one file in the place of its boot list: the smallest whole kernel to try a rule on.</summary>
internal static class SampleKernel
{
    private static readonly ImageBuilder Builder = new();

    /// <summary>The reference kernel's compiler arguments.</summary>
    public static string Arguments { get; } = Path.Combine(Toolchain.RepositoryRoot, "reference", "kernel", "obj", "image.rsp");

    /// <summary>Compiles and links the kernel with <paramref name="members"/> in a class that its start calls by <c>Sample.Run()</c>.</summary>
    public static ImageBuild Build(string members, string output)
    {
        string path = Path.Combine(Toolchain.RepositoryRoot, "reference", "kernel", "boot", "Kernel.cs");
        string text = $$"""
            using System;
            using System.Runtime;
            namespace Merriwig.Boot;
            internal static unsafe class Kernel
            {
                [RuntimeExport("kernel_main")]
                private static void Main(ulong information) => Sample.Run((int)information);
            }
            {{members}}
            """;
        return Builder.Build(Arguments, [new SourceReplacement(path, text, "Sample.cs")], output, inspect: null, CancellationToken.None);
    }

    /// <summary>A folder of the test's own, for an image.</summary>
    public static string Output(string name)
    {
        string folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "images", name);
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, "kernel.elf");
    }
}
