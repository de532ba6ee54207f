using System.Diagnostics;
using System.Text;
using Euralios.Sdk.Build;
using Euralios.Sdk.Symbols;

namespace Euralios.Sdk.Tests.Symbols;

/// <summary>A kernel built by the real tools from the reference's sources, with one of <c>kernels/</c> in the place of its <c>Kernel.cs</c>.</summary>
internal sealed class TestKernel
{
    private static readonly ImageBuilder Builder = new();

    private TestKernel(string image, string source)
    {
        Image = image;
        Source = source;
        Symbols = Symbolizer.Load(image);
    }

    public static string KernelFolder { get; } = Path.Combine(Toolchain.RepositoryRoot, "reference", "kernel");

    /// <summary>The reference's own image.</summary>
    public static string ReferenceImage { get; } = Path.Combine(KernelFolder, "bin", "merriwig.elf");

    public string Image { get; }

    /// <summary>The source's path, from the repository's root.</summary>
    public string Source { get; }

    public Symbolizer Symbols { get; }

    public static TestKernel Build(string name)
    {
        string source = $"reference/sdk/tests/symbols/kernels/{name}.cs";
        string path = Path.Combine(Toolchain.RepositoryRoot, source);
        string folder = Path.Combine(TestContext.CurrentContext.WorkDirectory, "kernels", name);
        ImageBuild build = Builder.Build(
            Path.Combine(KernelFolder, "obj", "image.rsp"),
            [new SourceReplacement(Path.Combine(KernelFolder, "boot", "Kernel.cs"), File.ReadAllText(path), path)],
            Path.Combine(folder, "kernel.elf"),
            inspect: null,
            CancellationToken.None);
        Assert.That(build.Messages, Is.Empty);
        return new TestKernel(build.Image!, source);
    }

    /// <summary>The line, from 1, that a comment in the source marks.</summary>
    public int LineOf(string marker) => LineOf(Source, "// marker: " + marker);

    /// <summary>The line, from 1, of the one line of a file that ends with a text.</summary>
    public static int LineOf(string source, string text)
    {
        string[] lines = File.ReadAllLines(Path.Combine(Toolchain.RepositoryRoot, source));
        return 1 + Array.IndexOf(lines, lines.Single(line => line.EndsWith(text, StringComparison.Ordinal)));
    }

    /// <summary>Boots the image and returns what it wrote to its first serial line until it powered itself off.</summary>
    public byte[] Boot(string commandLine) => Boot(Image, commandLine);

    /// <inheritdoc cref="Boot(string)"/>
    public static byte[] Boot(string image, string commandLine)
    {
        using Process qemu = Process.Start(new ProcessStartInfo("qemu-system-x86_64",
        [
            "-M", "pc", "-cpu", "qemu64", "-nodefaults", "-display", "none", "-no-reboot", "-m", "64", "-bios", "qboot.rom",
            "-kernel", image, "-append", commandLine, "-serial", "stdio", "-device", "isa-debug-exit,iobase=0xf4,iosize=4",
        ])
        { RedirectStandardOutput = true, RedirectStandardInput = true })!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using CancellationTokenRegistration kill = limit.Token.Register(qemu.Kill);
        var output = new MemoryStream();
        qemu.StandardOutput.BaseStream.CopyTo(output);
        qemu.WaitForExit();
        return output.ToArray();
    }

    /// <summary>What a person reads of a guest's bytes.</summary>
    public string Filter(byte[] serial)
    {
        var output = new MemoryStream();
        new SerialFilter(Symbols).Write(serial, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
