using Euralios.Grader.Boot;
using Euralios.Grader.Checks;
using Euralios.Grader.Collect;
using Euralios.Grader.Lab;

namespace Euralios.Grader.Tests.Pipeline;

/// <summary>A small lab, made by hand: two tasks, two boots, a chain of checks.</summary>
internal static class TestLab
{
    public const string Id = "06-frame-allocator";

    private static readonly Limits Limits = new(1_000_000, TimeSpan.FromSeconds(1), 1000, 1000, TimeSpan.FromSeconds(10));

    public static LabDefinition Make(string folder = "/labs/" + Id) => new(
        folder, Id, "Frame allocator", [], "image/image.csproj", null,
        [new("FrameAllocator.cs", "reference/kernel/memory/FrameAllocator.cs")],
        ["BitArray"], new Machine(), 0,
        [new("6.1", "Allocate", "Write it.", 60, ["one", "two", "three"]), new("6.2", "Free", "Write it.", 40, ["one", "two", "three"])],
        [
            new("alloc", "alloc", ["lab", "case"], new Machine(), Limits, null),
            new("free", "free", ["lab", "case"], new Machine(), Limits, null),
        ],
        [
            Check("unique", "6.1", "alloc", 60, hint: 2),
            Check("returns", "6.2", "free", 40, hint: 1, "unique"),
        ]);

    public static Submission Submission(string text = "class FrameAllocator;", string name = "ada") =>
        new(name, [new("FrameAllocator.cs", "reference/kernel/memory/FrameAllocator.cs", Id + "/FrameAllocator.cs", text)], []);

    public static IJudgeSource NoJudges { get; } = new Nobody();

    private static CheckDefinition Check(string id, string task, string boot, int points, int hint, params IReadOnlyList<string> after) => new(
        id, task, $"Frames: {id}", CheckKind.Guest, boot, points, Visibility.Student, after, hint,
        new Dictionary<string, IReadOnlyList<string>> { ["cases"] = [id] });

    private sealed class Nobody : IJudgeSource
    {
        public IJudge? Find(string className) => null;
    }
}
