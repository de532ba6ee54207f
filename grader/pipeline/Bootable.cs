using System.Text;
using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Lab;
using Euralios.Sdk.Archive;
using Euralios.Sdk.Build;
using Euralios.Sdk.Elf;
using Euralios.Sdk.Symbols;

namespace Euralios.Grader.Pipeline;

/// <summary>
/// What a submission's image is booted as: itself, where it is a kernel; where it is a program, the reference's kernel with an archive of the lab's first
/// program, the image and the given programs. In the archive are also <c>lab/scenario</c> and <c>lab/seed</c>, which the first program alone sees.
/// </summary>
/// <param name="Kernel">The kernel's image.</param>
/// <param name="Image">The submission's.</param>
/// <param name="Programs">The archive's programs by name, the first one first; none where the image is a kernel.</param>
internal sealed record Bootable(string Kernel, string Image, IReadOnlyList<(string Name, string File)> Programs)
{
    /// <summary>The events without which nobody could say where a program failed.</summary>
    private const string ProcessEvents = "process";

    /// <summary>How a lab's image is booted.</summary>
    /// <param name="lab">The lab.</param>
    /// <param name="image">The image.</param>
    /// <param name="reference">The repository with the kernel and the given programs.</param>
    /// <exception cref="ToolMissingException">A given program, or the kernel, was not built.</exception>
    public static Bootable Of(LabDefinition lab, string image, string reference)
    {
        if (lab.Init is null)
            return new(image, image, []);

        var given = LabPrograms.Given(lab, Path.Combine(reference, "reference", "programs"));
        var bootable = new Bootable(
            Path.Combine(reference, "reference", "kernel", "bin", "merriwig.elf"), image,
            [given[0], (LabPrograms.NameOfImage(lab), image), .. given.Skip(1)]);
        return bootable.Programs.Select(program => program.File).Append(bootable.Kernel).FirstOrDefault(file => !File.Exists(file)) is { } missing
            ? throw new ToolMissingException($"{missing} is not there; build the lab's project first: dotnet build {lab.Folder}")
            : bootable;
    }

    /// <summary>The request for a boot.</summary>
    /// <param name="definition">The boot.</param>
    /// <param name="seed">The boot's seed.</param>
    /// <param name="judges">Where its peer is found.</param>
    /// <param name="workspace">A folder for the archive, which stays until the boot is over.</param>
    public BootRequest Request(BootDefinition definition, byte[] seed, IJudgeSource judges, string workspace)
    {
        var network = definition.Network is { } wire
            ? new NetworkLink(wire.Card, () => judges.FindPeer(wire.Peer)
                ?? throw new InvalidOperationException($"the lab's assembly has no peer `{wire.Peer}`"))
            : null;
        if (Programs.Count == 0)
        {
            return new(
                Kernel, CommandLine($"scenario={definition.Scenario}", definition.Trace), definition.Machine, definition.Limits, seed,
                Dialogue: definition.Dialogue)
            {
                Network = network,
            };
        }

        var archive = Path.Combine(workspace, definition.Id + ".tar");
        Write(archive, definition.Scenario, seed);
        return new(
            Kernel, CommandLine("", definition.Trace.Prepend(ProcessEvents).Distinct()), definition.Machine, definition.Limits, seed, archive, definition.Dialogue)
        {
            Network = network,
            Program = Image,
        };
    }

    /// <summary>Turns an address into <c>Method (File.cs:line)</c>: one of the lower half is the submission's program's.</summary>
    public Func<ulong, string?> Symbols(SymbolReader read)
    {
        var kernel = read(Kernel);
        if (Programs.Count == 0)
            return kernel;

        var program = read(Image);
        return address => BootRequest.IsProgramAddress(address) ? program(address) : kernel(address);
    }

    /// <summary>Reads the faults of programs in a boot's console.</summary>
    public Func<BootRecord, IReadOnlyList<ProgramFault>> Faults() => Programs.Count == 0
        ? static _ => []
        : record => ProgramFault.Read(record.Console, () => new SerialFilter(Symbolizer.Load(Kernel), ProgramSymbols));

    private Symbolizer? ProgramSymbols(string name) =>
        Programs.FirstOrDefault(program => program.Name == name).File is { } file ? Symbolizer.Load(file) : null;

    private static string CommandLine(string words, IEnumerable<string> trace) =>
        string.Join(',', trace) is { Length: > 0 } names ? $"{words} trace={names}".Trim() : words;

    private void Write(string archive, string scenario, byte[] seed)
    {
        using var file = File.Create(archive);
        BootArchive.Write(
            file,
            [
                .. Programs.Select(program => (program.Name, LoadableImage.Of(program.File, File.ReadAllBytes(program.File)))),
                ("lab/scenario", Encoding.UTF8.GetBytes(scenario)),
                ("lab/seed", seed),
            ]);
    }
}
