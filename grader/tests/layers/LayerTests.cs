using System.Text.RegularExpressions;
using Euralios.Sdk.Build;
using NUnit.Framework;

namespace Euralios.Grader.Tests.Layers;

/// <summary>Dependencies run one way, as the README's picture of the layout says.</summary>
public sealed partial class LayerTests
{
    private static readonly string Root = Toolchain.RepositoryRoot;

    /// <summary>The kernel's folders, each of which may use those before it.</summary>
    private static readonly string[] KernelLayers =
        ["abi", "cpu", "inspect", "devices", "trace", "memory", "tasks", "ipc", "vfs", "syscalls", "audit", "boot"];

    // Sources that several programs are made of: the tools' common parts, programs that have the
    // whole screen, what drivers of network cards and the stack say to one another, and the stack.
    private static readonly string[] SharedByPrograms = ["../shared/", "../fullscreen/", "../nic/", "../../net/"];

    [Test]
    public void Every_folder_of_the_kernel_has_its_layer() =>
        Assert.That(
            Directory.GetDirectories(Path.Combine(Root, "reference", "kernel")).Select(Path.GetFileName).Except(["bin", "obj", "tests"]),
            Is.EquivalentTo(KernelLayers));

    [Test]
    public void The_kernels_folders_use_only_those_below([ValueSource(nameof(KernelLayers))] string layer)
    {
        string[] above = [.. KernelLayers.SkipWhile(name => name != layer).Skip(1).Select(Namespace)];
        foreach (string file in Sources("reference", "kernel", layer))
        {
            foreach (Match use in KernelNamespace().Matches(File.ReadAllText(file)))
                Assert.That(above, Does.Not.Contain(use.Groups[1].Value), $"{file} uses {use.Value}");
        }
    }

    [Test]
    public void The_core_library_knows_nobody() => Knows("reference/corelib", "Merriwig", "Euralios");

    [Test]
    public void The_kernel_knows_neither_labs_nor_grader() => Knows("reference/kernel", "Merriwig.Lab", "Euralios.Grader", "Unwritten");

    [Test]
    public void The_standard_library_knows_neither_kernel_nor_labs() =>
        Knows("reference/std", "Merriwig", "Euralios.Sdk", "Euralios.Grader", "Euralios.Labs");

    [Test]
    public void Programs_know_the_standard_library_and_not_one_another()
    {
        Knows("reference/programs", "Merriwig", "Euralios.Sdk", "Euralios.Grader", "Euralios.Labs");
        foreach (string project in Directory.EnumerateFiles(Path.Combine(Root, "reference", "programs"), "*.csproj", SearchOption.AllDirectories))
        {
            // Tests know what they test; Programs.csproj is the list.
            if (Path.GetFileName(project) == "Programs.csproj" || project.Split(Path.DirectorySeparatorChar).Any(part => part is "tests" or "terminals.tests"))
                continue;
            string text = File.ReadAllText(project);
            foreach (string shared in SharedByPrograms)
                text = text.Replace($"Compile Include=\"{shared}", "", StringComparison.Ordinal);
            Assert.That(text, Does.Not.Contain("Reference Include").And.Not.Contain("Compile Include"), project);
        }
    }

    [Test]
    public void The_network_stack_knows_nobody() => Knows("reference/net", "Euralios.Std", "Euralios.Programs", "Merriwig", "Euralios.Grader", "Euralios.Labs");

    [Test]
    public void The_sdk_knows_no_lab() => Knows("reference/sdk", "Euralios.Grader", "Euralios.Labs", "lab.yaml");

    [Test]
    public void The_grader_knows_labs_only_as_data() => Knows("grader", "Euralios.Labs", "using Merriwig");

    private static void Knows(string folder, params string[] names)
    {
        foreach (string file in Sources(folder.Split('/')).Where(file => !file.Contains("/tests/", StringComparison.Ordinal)))
        {
            string text = File.ReadAllText(file);
            foreach (string name in names)
                Assert.That(text, Does.Not.Contain(name), file);
        }
    }

    private static IEnumerable<string> Sources(params string[] path) =>
        Directory.EnumerateFiles(Path.Combine([Root, .. path]), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    // A namespace must not be called as a type in it.
    private static string Namespace(string folder) => folder switch
    {
        "trace" => "Tracing",
        "audit" => "Auditing",
        _ => char.ToUpperInvariant(folder[0]) + folder[1..],
    };

    [GeneratedRegex(@"\bMerriwig\.(\w+)")]
    private static partial Regex KernelNamespace();
}
