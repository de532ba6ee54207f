using Euralios.Sdk.Build;
using Euralios.Sdk.Elf;

namespace Euralios.Sdk.Tests.Images;

/// <summary>The image, as it comes out of both ways to build it.</summary>
public sealed class ImageTests
{
    private static readonly string Reference = Path.Combine(Toolchain.RepositoryRoot, "reference", "kernel", "bin", "merriwig.elf");

    [Test]
    public void MSBuild_and_the_builder_in_process_agree_byte_for_byte()
    {
        ImageBuild build = new ImageBuilder().Build(SampleKernel.Arguments, [], SampleKernel.Output("same"), inspect: null, CancellationToken.None);
        Assert.That(build.Messages, Is.Empty);
        string fromMSBuild = Path.Combine(Toolchain.RepositoryRoot, "reference", "kernel", "obj", "Debug", "net10.0", "kernel.dll");
        string inProcess = Path.Combine(Path.GetDirectoryName(build.Image)!, "kernel.dll");
        Assert.That(File.ReadAllBytes(inProcess), Is.EqualTo(File.ReadAllBytes(fromMSBuild)), "the assemblies");
        Assert.That(File.ReadAllBytes(build.Image!), Is.EqualTo(File.ReadAllBytes(Reference)), "the images");
    }

    [Test]
    public void A_second_build_is_the_same_byte_for_byte()
    {
        var builder = new ImageBuilder();
        ImageBuild first = builder.Build(SampleKernel.Arguments, [], SampleKernel.Output("first"), inspect: null, CancellationToken.None);
        ImageBuild second = builder.Build(SampleKernel.Arguments, [], SampleKernel.Output("second"), inspect: null, CancellationToken.None);
        Assert.That(File.ReadAllBytes(second.Image!), Is.EqualTo(File.ReadAllBytes(first.Image!)));
    }

    /// <summary>No page of the image is both writable and executable: by its segments, which the boot code maps it by.</summary>
    [Test]
    public void Segments_are_write_xor_execute()
    {
        byte[] image = File.ReadAllBytes(Reference);
        int table = (int)BitConverter.ToUInt64(image, 32);
        int count = BitConverter.ToUInt16(image, 56);
        var flags = new List<uint>();
        for (int i = 0; i < count; i++)
        {
            int header = table + (i * 56);
            if (BitConverter.ToUInt32(image, header) == 1) // PT_LOAD
                flags.Add(BitConverter.ToUInt32(image, header + 4));
        }

        Assert.That(flags, Has.Some.Matches<uint>(flag => (flag & 1) != 0), "an executable segment");
        Assert.That(flags, Has.None.Matches<uint>(flag => (flag & 3) == 3), "a segment that is writable and executable");
    }

    [Test]
    public void The_kernel_runs_in_the_top_two_gigabytes()
    {
        ElfFile image = ElfFile.Load(Reference);
        Assert.That(image.AddressOf("kernel_main"), Is.GreaterThanOrEqualTo(0xFFFF_FFFF_8000_0000));
    }

    [Test]
    public void An_error_has_the_authors_own_path_and_line()
    {
        ImageBuild build = SampleKernel.Build("internal static class Sample\n{\n    internal static void Run(int n) => Missing();\n}", SampleKernel.Output("error"));
        Assert.That(build.Messages, Has.Count.EqualTo(1));
        Assert.That(build.Messages[0].ToString(), Does.StartWith("Sample.cs(11,").And.Contain("CS0103"));
    }

    [Test]
    public void A_file_that_the_image_does_not_have_cannot_be_replaced() =>
        Assert.That(
            () => new ImageBuilder().Build(
                SampleKernel.Arguments, [new SourceReplacement("/elsewhere/Other.cs", "", "Other.cs")], SampleKernel.Output("other"), null, CancellationToken.None),
            Throws.ArgumentException.With.Message.Contains("/elsewhere/Other.cs"));
}
