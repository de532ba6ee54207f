using Euralios.Grader.Boot;
using Euralios.Grader.Lab;

namespace Euralios.Grader.Tests.Labs;

/// <summary>Reading <c>lab.yaml</c>: the example of the format, and one mistake at a time made in it.</summary>
[TestFixture]
public sealed class LabReaderTests
{
    private const string Example = """
        title: The frame allocator
        prerequisites: [01-boot-serial]
        image: image/Image.csproj
        host: host/Host.csproj
        submit:
          - skeleton: FrameAllocator.cs
            replaces: reference/kernel/memory/FrameAllocator.cs
        uses: [FrameMap, WordSpan]
        floor: 5
        machine: {memory: 128, shift: 5, firmware: qboot, devices: []}
        limits: {instructions: 400M, time: 2s, console: 64K, trace: 1M, wall: 60s}
        tasks:
          - id: "6.1"
            title: Keep the tree's invariants
            points: 100
            text: |
              What to do.
            hints: [one, two, three]
        boots:
          cases: {scenario: cases, trace: [case, lab], limits: {time: 500ms}}
          console: {scenario: echo, trace: [lab], dialogue: [{expect: "ready", send: "abc"}]}
          count: {scenario: count, machine: {shift: 0}}
        checks:
          - id: tree-clear
            task: "6.1"
            title: Taking the last frame clears its bit
            kind: guest
            boot: cases
            points: 60
            cases: [tree-clear-*]
            hint: 2
          - {id: echo, task: "6.1", title: Echo, kind: console, boot: console, points: 20, after: [tree-clear]}
          - {id: fast, task: "6.1", title: Fast, kind: budget, boot: count, points: 20, measure: pair, most: 40, visibility: instructor}
          - {id: quick, task: "6.1", title: Quick, kind: host, cases: tree-*}

        """;

    /// <summary>The example as a lab about programs, with a partner on the network.</summary>
    private static readonly string ProgramExample = Example
        .Replace("image: image/Image.csproj\n", "image: image/tcp.csproj\ninit: scenarios/init.csproj\nprograms: [pci, client/client.csproj]\n", StringComparison.Ordinal)
        .Replace("count: {scenario: count,", "net: {scenario: net, network: {card: rtl8139, peer: Partner}}\n  count: {scenario: count,", StringComparison.Ordinal)
        .Replace(
            "  - {id: quick", "  - {id: frames, task: \"6.1\", title: Frames, kind: wire, boot: net, points: 0, judge: FrameJudge}\n  - {id: quick", StringComparison.Ordinal);

    private string _folder = "";

    [SetUp]
    public void CreateFolder()
    {
        _folder = Path.Combine(Directory.CreateTempSubdirectory("lab-").FullName, "06-frame-allocator");
        Directory.CreateDirectory(Path.Combine(_folder, "expected"));
        File.WriteAllText(Path.Combine(_folder, "expected", "echo.console"), "...\n");
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    [Test]
    public void The_example_is_read_as_it_stands()
    {
        var lab = Read(Example);
        Assert.Multiple(() =>
        {
            Assert.That((lab.Id, lab.Title, lab.Image, lab.Host, lab.Floor), Is.EqualTo(("06-frame-allocator", "The frame allocator", "image/Image.csproj", "host/Host.csproj", 5)));
            Assert.That(lab.Folder, Is.EqualTo(_folder));
            Assert.That(lab.Prerequisites, Is.EqualTo(new[] { "01-boot-serial" }));
            Assert.That(lab.Submit, Is.EqualTo(new[] { new SubmittedFile("FrameAllocator.cs", "reference/kernel/memory/FrameAllocator.cs") }));
            Assert.That(lab.Uses, Is.EqualTo(new[] { "FrameMap", "WordSpan" }));
            Assert.That((lab.Machine.MemoryMiB, lab.Machine.IcountShift, lab.Machine.Firmware), Is.EqualTo((128, 5, Firmware.Qboot)));
            Assert.That((lab.Tasks[0].Text, lab.Tasks[0].Points, lab.Tasks[0].Hints[2]), Is.EqualTo(("What to do.", 100, "three")));
            Assert.That(lab.Boots.Select(boot => (boot.Id, boot.Scenario, boot.Machine.IcountShift, boot.Machine.MemoryMiB)), Is.EqualTo(new[]
            {
                ("cases", "cases", 5, 128), ("console", "echo", 5, 128), ("count", "count", 0, 128),
            }));
            Assert.That(lab.Boots[0].Limits, Is.EqualTo(new Limits(400_000_000, TimeSpan.FromMilliseconds(500), 64_000, 1_000_000, TimeSpan.FromSeconds(60))));
            Assert.That(lab.Boots[1].Dialogue, Is.EqualTo(new[] { new DialogueStep("ready", "abc") }));
            Assert.That(lab.Boots[0].Dialogue, Is.Null);
            Assert.That(lab.Checks.Select(check => (check.Id, check.Kind, check.Boot, check.Points, check.Hint, check.Visibility)), Is.EqualTo(new[]
            {
                ("tree-clear", CheckKind.Guest, "cases", 60, 2, Visibility.Student),
                ("echo", CheckKind.Console, "console", 20, 1, Visibility.Student),
                ("fast", CheckKind.Budget, "count", 20, 1, Visibility.Instructor),
                ("quick", CheckKind.Host, null, 0, 1, Visibility.Student),
            }));
            Assert.That(lab.Checks[1].After, Is.EqualTo(new[] { "tree-clear" }));
            Assert.That(lab.Checks.Select(check => string.Join(' ', check.Arguments.Select(pair => $"{pair.Key}={string.Join(',', pair.Value)}"))), Is.EqualTo(new[]
            {
                "cases=tree-clear-*", "expected=echo", "measure=pair most=40", "cases=tree-*",
            }));
        });
    }

    [Test]
    public void A_lab_about_programs_has_a_first_one_given_ones_and_a_network()
    {
        WriteProjects();
        var lab = Read(ProgramExample);
        Assert.That(lab.Init, Is.EqualTo("scenarios/init.csproj"));
        Assert.That(LabPrograms.NameOfImage(lab), Is.EqualTo("tcp"));
        Assert.That(LabPrograms.Given(lab, "/programs"), Is.EqualTo(new[]
        {
            ("init", Path.Combine(_folder, "scenarios", "bin", "init")), ("pci", "/programs/pci/bin/pci"), ("client", Path.Combine(_folder, "client", "bin", "client")),
        }));
        Assert.That(lab.Boots.Single(boot => boot.Id == "net").Network, Is.EqualTo(new NetworkDefinition(NetworkCardModel.Rtl8139, "Partner")));
        Assert.That(lab.Checks.Single(check => check.Id == "frames").Arguments["judge"], Is.EqualTo(new[] { "FrameJudge" }));
    }

    [TestCase("kind: wire, boot: net", "kind: wire, boot: cases", "expected a boot with `network:` for a wire check, found `cases` without one")]
    [TestCase("card: rtl8139", "card: ne2000", "expected one of rtl8139, virtio for `card`, found `ne2000`")]
    [TestCase(", peer: Partner", "", "expected `peer` in `network` (text), found nothing")]
    [TestCase("init: scenarios/init.csproj\n", "", "expected `init:` in the lab, the project of the first program, for `programs`; found nothing")]
    [TestCase("init: scenarios/init.csproj", "init: scenarios/first.csproj", "expected the project `scenarios/first.csproj`, found no such file")]
    [TestCase("client/client.csproj", "client/other.csproj", "expected the project `client/other.csproj`, found no such file")]
    [TestCase("[pci, ", "[pci, tcp, ", "expected a name for each program, found `tcp` again")]
    [TestCase("scenarios/init.csproj", "client/client.csproj", "expected the first program's project to be called `init.csproj`, found `client.csproj`")]
    public void A_mistake_in_a_lab_about_programs_is_named(string original, string mistake, string message)
    {
        WriteProjects();
        var exception = Assert.Throws<LabFormatException>(() => Read(ProgramExample.Replace(original, mistake, StringComparison.Ordinal)))!;
        Assert.That(exception.Problems, Has.Some.Contains(message), exception.Message);
    }

    [TestCase("floor: 5", "flor: 5", "(9,1): expected a key that `lab.yaml` knows, found `flor`; did you mean `floor`?")]
    [TestCase("title: The frame allocator", "", "(2,1): expected `title` in `lab.yaml` (text), found nothing")]
    [TestCase("floor: 5", "floor: many", "(9,8): expected a number from 0 to 100 for `floor`, found `many`")]
    [TestCase("memory: 128", "memory: 8", "(10,19): expected a number from 16 to 4096 for `memory`, found `8`")]
    [TestCase("firmware: qboot", "firmware: bios", "(10,44): expected one of qboot, seabios for `firmware`, found `bios`")]
    [TestCase("time: 2s", "time: 2", "(11,36): expected a time such as `2s` or `500ms` for `time`, found `2`")]
    [TestCase("instructions: 400M", "instructions: 400X", "(11,24): expected a number from 1 to 9223372036854775807 for `instructions`, found `400X`")]
    [TestCase("uses: [FrameMap, WordSpan]", "uses: [{a: b}]", "(8,8): expected text in the list `uses`, found keys and values")]
    [TestCase("machine: {memory: 128, shift: 5, firmware: qboot, devices: []}", "machine: 5", "(10,10): expected keys and values for `machine`, found `5`")]
    [TestCase("hints: [one, two, three]", "hints: [one, two]", "(18,12): expected three hints, found 2")]
    [TestCase("points: 100", "points: 90", "(15,13): expected the points of task 6.1 to be the sum of its checks' points, 100, found 90")]
    [TestCase("points: 100", "points: 90", "(13,3): expected the tasks' points to add up to 100, found 90")]
    [TestCase("- id: \"6.1\"", "- id: \"7.1\"", "(13,9): expected the lab's number and the task's, such as `6.1`, found `7.1`")]
    [TestCase("task: \"6.1\"\n", "task: \"6.2\"\n", "(25,11): expected a task of this lab, found `6.2`; did you mean `6.1`?")]
    [TestCase("boot: cases", "boot: case", "(28,11): expected a boot of this lab, found `case`; did you mean `cases`?")]
    [TestCase("after: [tree-clear]", "after: [tree-claer]", "(32,91): expected a check of this lab, found `tree-claer`; did you mean `tree-clear`?")]
    [TestCase("hint: 2", "hint: 2\n    after: [echo]", "(32,12): expected checks that do not wait for one another in a circle, found tree-clear -> echo -> tree-clear")]
    [TestCase("hint: 2", "hint: 4", "(31,11): expected a number from 1 to 3 for `hint`, found `4`")]
    [TestCase("id: echo", "id: tree-clear", "(32,10): expected an id that no other check has, found `tree-clear` again")]
    [TestCase("kind: guest", "kind: guess", "(27,11): expected one of trace, console, guest, oracle, memory, wire, budget, differential, host for `kind`, found `guess`")]
    [TestCase("scenario: echo", "scenario: ohce", "(32,63): expected the file `expected/ohce.console`, found no such file")]
    [TestCase("points: 20, after", "expected: gone, points: 20, after", "(32,82): expected the file `expected/gone.console`, found no such file")]
    [TestCase("machine: {shift: 0}", "machine: {shift: 1}", "(33,62): expected a boot with `shift: 0` for a budget check, which counts instructions, found 1")]
    [TestCase("measure: pair, ", "", "(33,5): expected `measure` in `checks` (text), found nothing")]
    [TestCase("kind: host, ", "kind: host, points: 3, ", "(34,64): expected 0 points for a host check, found 3")]
    [TestCase("host: host/Host.csproj\n", "", "(33,50): expected `host:` in the lab for a host check, found nothing")]
    [TestCase("cases: [tree-clear-*]", "judge: J", "(30,5): expected a key that `checks` knows, found `judge` (known: after, boot, cases, hint, id, kind, points, task, title, visibility)")]
    [TestCase("title: The frame allocator", "title: [", "expected well-formed YAML, found the end of the file, with something still open")]
    [TestCase("floor: 5", "floor: 5\nfloor: 6", "expected well-formed YAML, found this: Duplicate key")]
    public void A_mistake_is_named_with_its_place(string original, string mistake, string message)
    {
        var exception = Assert.Throws<LabFormatException>(() => Read(ReplaceFirst(original, mistake)))!;
        Assert.That(exception.Problems, Has.Some.Contains(message), exception.Message);
        Assert.That(exception.Problems, Has.All.StartsWith(Path.Combine(_folder, "lab.yaml") + "(").And.All.Not.Contains("\n"));
    }

    [Test]
    public void All_problems_come_at_once_in_the_files_order()
    {
        var text = ReplaceFirst("floor: 5", "flor: 5").Replace("kind: guest", "kind: guess", StringComparison.Ordinal).Replace("hint: 2", "hint: 7", StringComparison.Ordinal);
        var exception = Assert.Throws<LabFormatException>(() => Read(text))!;
        Assert.That(exception.Problems.Select(problem => problem.Split('(')[1].Split(',')[0]).Distinct(), Is.SupersetOf(new[] { "9", "27", "31" }).And.Ordered.Using<string>((a, b) => int.Parse(a, null) - int.Parse(b, null)));
    }

    [Test]
    public void An_instructors_expectation_may_be_absent_from_a_students_copy()
    {
        File.Delete(Path.Combine(_folder, "expected", "echo.console"));
        Assert.Multiple(() =>
        {
            Assert.That(() => Read(Example), Throws.TypeOf<LabFormatException>());
            Assert.That(() => Read(ReplaceFirst("after: [tree-clear]", "visibility: instructor")), Throws.Nothing);
        });
    }

    [Test]
    public void Two_ways_to_the_same_check_are_no_circle()
    {
        var text = ReplaceFirst("hint: 2", "hint: 2\n    after: [fast, quick]").Replace("measure: pair", "after: [quick], measure: pair", StringComparison.Ordinal);
        Assert.That(() => Read(text), Throws.Nothing);
    }

    [Test]
    public void A_folder_without_a_lab_is_named() =>
        Assert.That(() => LabReader.Read(_folder), Throws.TypeOf<LabFormatException>().With.Message.EndsWith("lab.yaml(1,1): expected a lab's description, found no such file"));

    [TestCase("")]
    [TestCase("- a")]
    [TestCase("text")]
    public void Something_else_than_keys_and_values_is_refused(string text) =>
        Assert.That(() => Read(text), Throws.TypeOf<LabFormatException>().With.Message.Contains("expected one document of keys and values"));

    private static string ReplaceFirst(string original, string mistake)
    {
        var position = Example.IndexOf(original, StringComparison.Ordinal);
        Assert.That(position, Is.Not.Negative, original);
        return Example[..position] + mistake + Example[(position + original.Length)..];
    }

    private void WriteProjects()
    {
        foreach (var project in new[] { "scenarios/init.csproj", "client/client.csproj" })
        {
            var file = Path.Combine(_folder, project);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, "<Project />");
        }
    }

    private LabDefinition Read(string text)
    {
        File.WriteAllText(Path.Combine(_folder, "lab.yaml"), text);
        return LabReader.Read(_folder);
    }
}
