using System.Text.Json;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Tests.Cli;

/// <summary>A class of ten, graded as an instructor does it, twice: every score as it must be, and the same bytes.</summary>
internal sealed class SampleClassTests
{
    private const string Serial = "01-boot-serial";
    private const string Frames = "06-frame-allocator";

    // The name says what was handed in; the points of lab 01 and of lab 06.
    private static readonly Dictionary<string, (int Serial, int Frames)> Expected = new()
    {
        ["ada-solution"] = (100, 100),
        ["bea-skeleton"] = (0, 0),
        ["carl-half-done"] = (100, 62), // task 6.4, and the three checks of other tasks that need it
        ["dan-does-not-compile"] = (100, 0),
        ["eve-loops"] = (0, 0),
        ["finn-prints"] = (0, 0),
        ["gil-forgot-a-file"] = (100, 0),
        ["hal-handed-in-a-link"] = (100, 0),
        ["ida-whole-repository"] = (100, 100),
        ["jan-unsafe"] = (100, 0),
    };

    private readonly string folder = Directory.CreateTempSubdirectory("sample-class").FullName;

    [OneTimeTearDown]
    public void Remove() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Every_score_is_as_it_must_be_and_a_second_run_gives_the_same_bytes()
    {
        string submissions = Path.Combine(folder, "submissions");
        HandIn(submissions);
        string first = Grade(submissions, "first", jobs: 2);
        string second = Grade(submissions, "second", jobs: 1);

        Assert.Multiple(() =>
        {
            foreach ((string name, (int serial, int frames)) in Expected)
            {
                using JsonDocument results = JsonDocument.Parse(File.ReadAllText(Path.Combine(first, name, "results.json")));
                int[] points = [.. results.RootElement.GetProperty("labs").EnumerateArray().Select(lab => lab.GetProperty("points").GetInt32())];
                Assert.That(points, Is.EqualTo(new[] { serial, frames }), name);
            }
        });
        string[] files = [.. Directory.EnumerateFiles(first, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(first, file)).Order()];
        Assert.That(files, Has.Length.EqualTo(Expected.Count + 1), "a result each, and the table");
        foreach (string file in files)
            Assert.That(File.ReadAllBytes(Path.Combine(second, file)), Is.EqualTo(File.ReadAllBytes(Path.Combine(first, file))), file);
    }

    private static void HandIn(string submissions)
    {
        string root = Toolchain.RepositoryRoot;
        foreach (string name in Expected.Keys)
        {
            string place = name == "ida-whole-repository" ? Path.Combine(submissions, name, "skeletons") : Path.Combine(submissions, name);
            Copy(Path.Combine(root, "reference", "kernel", "devices"), Path.Combine(place, Serial), "Uart.cs", "NumberFormat.cs");
            Copy(Path.Combine(root, "reference", "kernel", "memory"), Path.Combine(place, Frames), "FrameAllocator.cs");
        }

        Copy(Path.Combine(root, "skeletons", Serial), Path.Combine(submissions, "bea-skeleton", Serial), "Uart.cs", "NumberFormat.cs");
        Copy(Path.Combine(root, "skeletons", Frames), Path.Combine(submissions, "bea-skeleton", Frames), "FrameAllocator.cs");
        RedTeam("eve-loops", "looper", "spinner");
        RedTeam("finn-prints", "printer", "printer");
        Edit("carl-half-done", "        address = default;\n        if (count == 0", "        address = default;\n        if (count < uint.MaxValue)\n            return Unwritten.Task<bool>(\"6.4\");\n        if (count == 0");
        Edit("dan-does-not-compile", "map.Cached = --cached;", "map.Cashed = --cached;");
        Edit("jan-unsafe", "internal static class FrameAllocator\n{", "internal static unsafe class FrameAllocator\n{\n    private static uint* words;\n");
        File.Delete(Allocator("gil-forgot-a-file"));
        File.Delete(Allocator("hal-handed-in-a-link"));
        File.CreateSymbolicLink(Allocator("hal-handed-in-a-link"), Allocator("ada-solution"));

        string Allocator(string name) => Path.Combine(submissions, name, Frames, "FrameAllocator.cs");

        void RedTeam(string name, string serial, string frames)
        {
            Copy(Path.Combine(root, "labs", Serial, "redteam", serial), Path.Combine(submissions, name, Serial), "Uart.cs", "NumberFormat.cs");
            Copy(Path.Combine(root, "labs", Frames, "redteam", frames), Path.Combine(submissions, name, Frames), "FrameAllocator.cs");
        }

        void Edit(string name, string find, string replace)
        {
            string text = File.ReadAllText(Allocator(name));
            Assert.That(text.Split(find), Has.Length.EqualTo(2), $"{name}: what is edited occurs once");
            File.WriteAllText(Allocator(name), text.Replace(find, replace, StringComparison.Ordinal));
        }
    }

    private static void Copy(string from, string to, params string[] files)
    {
        Directory.CreateDirectory(to);
        foreach (string file in files)
            File.Copy(Path.Combine(from, file), Path.Combine(to, file), overwrite: true);
    }

    private string Grade(string submissions, string name, int jobs)
    {
        string output = Path.Combine(folder, name);
        var (code, log, errors) = CommandLine.Run("grade", submissions, "--labs", "01,06", "--out", output, "--jobs", $"{jobs}");
        Assert.That(code, Is.Zero, log + errors);
        return output;
    }
}
