using Euralios.Grader.Boot;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Euralios.Grader.Lab;

/// <summary>Reads a lab's folder: <c>lab.yaml</c> becomes a <see cref="LabDefinition"/> in which everything that is named exists.</summary>
public static class LabReader
{
    /// <summary>The file's name.</summary>
    public const string FileName = "lab.yaml";

    private static readonly Dictionary<string, Firmware> Firmwares = new() { ["qboot"] = Firmware.Qboot, ["seabios"] = Firmware.SeaBios };

    private static readonly Dictionary<string, NetworkCardModel> Cards =
        new() { ["rtl8139"] = NetworkCardModel.Rtl8139, ["virtio"] = NetworkCardModel.Virtio };

    private static readonly Limits DefaultLimits =
        new(400_000_000, TimeSpan.FromSeconds(2), 64_000, 1_000_000, TimeSpan.FromSeconds(60));

    /// <summary>Reads <c>lab.yaml</c> in a folder.</summary>
    /// <exception cref="LabFormatException">The file is missing or wrong; the message lists all of its problems.</exception>
    public static LabDefinition Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path)
            ? Parse(File.ReadAllText(path), path, Path.GetFullPath(folder))
            : throw new LabFormatException([$"{path}(1,1): expected a lab's description, found no such file"]);
    }

    private static LabDefinition Parse(string text, string path, string folder)
    {
        var problems = new Problems(path);
        if (Load(text, problems) is not { } root)
        {
            throw problems.ToException();
        }

        var rules = new LabRules(folder);
        var lab = ReadLab(root, folder, rules);
        rules.Check(lab);
        return problems.Any ? throw problems.ToException() : lab;
    }

    private static YamlSection? Load(string text, Problems problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents is [{ RootNode: YamlMappingNode mapping }])
            {
                return new YamlSection(mapping, FileName, problems);
            }

            problems.Add(new Mark(0, 1, 1), "one document of keys and values", stream.Documents.Count == 0 ? "nothing" : "something else");
        }
        catch (YamlException malformed)
        {
            problems.Add(malformed.Start, "well-formed YAML", $"this: {(malformed.InnerException ?? malformed).Message}");
        }
        catch (InvalidOperationException)
        {
            // What the parser throws when the text ends inside of a list or a mapping.
            var end = text.TrimEnd().Split('\n');
            problems.Add(new Mark(0, end.Length, end[^1].Length + 1), "well-formed YAML", "the end of the file, with something still open");
        }

        return null;
    }

    private static LabDefinition ReadLab(YamlSection root, string folder, LabRules rules)
    {
        var machine = ReadMachine(root.Section("machine"), new Machine(Devices: []));
        var limits = ReadLimits(root.Section("limits"), DefaultLimits);
        var lab = new LabDefinition(
            folder,
            Path.GetFileName(Path.TrimEndingDirectorySeparator(folder)),
            root.Text("title"),
            root.Texts("prerequisites"),
            root.Text("image"),
            root.OptionalText("host"),
            [.. root.Sections("submit", required: true).Select(ReadSubmittedFile)],
            root.Texts("uses"),
            machine,
            (int)root.Number("floor", 0, 100, otherwise: 0),
            [.. root.Sections("tasks", required: true).Select(section => ReadTask(section, rules))],
            [.. root.NamedSections("boots").Select(boot => ReadBoot(boot.Name, boot.Section, machine, limits))],
            [])
        {
            Init = root.OptionalText("init"),
            Programs = root.Texts("programs"),
        };
        rules.Root = root;
        var scenarios = lab.Boots.ToDictionary(boot => boot.Id, boot => boot.Scenario, StringComparer.Ordinal);
        lab = lab with { Checks = [.. root.Sections("checks", required: true).Select(section => CheckReader.Read(section, scenarios, rules))] };
        root.Close();
        return lab;
    }

    private static SubmittedFile ReadSubmittedFile(YamlSection section)
    {
        var file = new SubmittedFile(section.Text("skeleton"), section.Text("replaces"));
        section.Close();
        return file;
    }

    private static LabTask ReadTask(YamlSection section, LabRules rules)
    {
        var task = new LabTask(
            section.Text("id"),
            section.Text("title"),
            section.Text("text").TrimEnd(),
            (int)section.Number("points", 0, 100),
            section.Texts("hints", required: true));
        section.Close();
        rules.Remember(task, section);
        return task;
    }

    private static BootDefinition ReadBoot(string id, YamlSection section, Machine machine, Limits limits)
    {
        var boot = new BootDefinition(
            id,
            section.Text("scenario"),
            section.Texts("trace"),
            ReadMachine(section.Section("machine"), machine),
            ReadLimits(section.Section("limits"), limits),
            section.Has("dialogue") ? [.. section.Sections("dialogue").Select(ReadDialogueStep)] : null)
        {
            Network = ReadNetwork(section.Section("network")),
        };
        section.Close();
        return boot;
    }

    private static NetworkDefinition? ReadNetwork(YamlSection? section)
    {
        if (section is null)
        {
            return null;
        }

        var network = new NetworkDefinition(section.Choice<NetworkCardModel>("card", Cards), section.Text("peer"));
        section.Close();
        return network;
    }

    private static DialogueStep ReadDialogueStep(YamlSection section)
    {
        var step = new DialogueStep(section.OptionalText("expect") ?? "", section.OptionalText("send") ?? "");
        section.Close();
        return step;
    }

    private static Machine ReadMachine(YamlSection? section, Machine otherwise)
    {
        if (section is null)
        {
            return otherwise;
        }

        var machine = new Machine(
            (int)section.Number("memory", 16, 4096, otherwise.MemoryMiB),
            (int)section.Number("shift", 0, 10, otherwise.IcountShift),
            section.Choice("firmware", Firmwares, otherwise.Firmware),
            section.Has("devices") ? section.Texts("devices") : otherwise.Devices);
        section.Close();
        return machine;
    }

    private static Limits ReadLimits(YamlSection? section, Limits otherwise)
    {
        if (section is null)
        {
            return otherwise;
        }

        var limits = new Limits(
            section.Number("instructions", 1, long.MaxValue, otherwise.Instructions),
            section.Time("time", otherwise.VirtualTime),
            (int)section.Number("console", 1, int.MaxValue, otherwise.ConsoleBytes),
            (int)section.Number("trace", 1, int.MaxValue, otherwise.TraceBytes),
            section.Time("wall", otherwise.WallClock));
        section.Close();
        return limits;
    }
}
