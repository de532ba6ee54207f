using Euralios.Grader.Boot;
using Euralios.Grader.Lab;
using Euralios.Grader.Skeletons;

namespace Euralios.Grader.Tests.Skeletons;

/// <summary>From a reference file to what a student edits.</summary>
[TestFixture]
public sealed class SkeletonGeneratorTests
{
    private static readonly LabDefinition Lab = new(
        "/nowhere/labs/06-frames", "06-frames", "Frames", [], "Image.csproj", null, [new SubmittedFile("A.cs", "reference/A.cs")], [], new Machine(), 0,
        [new LabTask("6.1", "One", "Do it.", 60, []), new LabTask("6.2", "Two", "Do that.", 40, [])], [], []);

    [Test]
    public void Each_place_gets_what_belongs_there()
    {
        const string Reference = """
            namespace N;

            public sealed class A
            {
                #region Other
                private int _x;
                #endregion

                public void Void()
                {
                    _x = 1;
                    #region Solution 6.1: set it
                    _x = 2;
                    _x = 3;
                    #endregion
                }

                public Span<int> Value(int y, out int z, out int w)
                {
                    w = 0;
                    #region Solution 6.1: find it
                    z = y;
                    return default;
                    #endregion
                }

                public int Middle()
                {
                    var sum = 0;
                    while (sum < 3)
                    {
                        #region Solution 6.2: add
                        sum++;
                        #endregion
                    }

                    #region Solution 6.2: add again
                    sum++;
                    #endregion

                    return sum;
                }

                #region Solution 6.1: helpers
                private int Helper() => 1;

                private const int Size = 3;
                #endregion

                public int Whole =>
                    #region Solution 6.2: the whole
                    Helper() + 1;
                    #endregion

                public int Part =>
                    #region Solution 6.2: the part
                    Helper() + 2
                    #endregion
                    ;

                public long Got
                {
                    get
                    {
                        #region Solution 6.2: get
                        return 1;
                        #endregion
                    }
                    set
                    {
                        #region Solution 6.2: set
                        _x = (int)value;
                        #endregion
                    }
                }

                public void Local()
                {
                    bool Inner()
                    {
                        #region Solution 6.2: inner
                        return true;
                        #endregion
                    }

                    Inner();
                }
            }

            #region Solution 6.1: a type
            internal struct Node;
            #endregion


            """;
        const string Skeleton = """
            namespace N;

            public sealed class A
            {
                #region Other
                private int _x;
                #endregion

                public void Void()
                {
                    _x = 1;
                    // TODO 6.1: Do it.
                    Unwritten.Task("6.1");
                }

                public Span<int> Value(int y, out int z, out int w)
                {
                    w = 0;
                    // TODO 6.1 (continued): find it
                    z = default;
                    return Unwritten.Task<Span<int>>("6.1");
                }

                public int Middle()
                {
                    var sum = 0;
                    while (sum < 3)
                    {
                        // TODO 6.2: Do that.
                        Unwritten.Task("6.2");
                    }

                    // TODO 6.2 (continued): add again
                    Unwritten.Task("6.2");

                    return sum;
                }

                // Yours to add: whatever helper task 6.1 needs.

                public int Whole =>
                    // TODO 6.2 (continued): the whole
                    Unwritten.Task<int>("6.2");

                public int Part =>
                    // TODO 6.2 (continued): the part
                    Unwritten.Task<int>("6.2")
                    ;

                public long Got
                {
                    get
                    {
                        // TODO 6.2 (continued): get
                        return Unwritten.Task<long>("6.2");
                    }
                    set
                    {
                        // TODO 6.2 (continued): set
                        Unwritten.Task("6.2");
                    }
                }

                public void Local()
                {
                    bool Inner()
                    {
                        // TODO 6.2 (continued): inner
                        return Unwritten.Task<bool>("6.2");
                    }

                    Inner();
                }
            }

            // Yours to add: whatever helper task 6.1 needs.

            """;
        Assert.That(SkeletonGenerator.Generate("A.cs", Reference, Lab), Is.EqualTo(Skeleton));
    }

    [Test]
    public void The_tasks_text_is_filled_to_100_columns()
    {
        var text = string.Join(' ', Enumerable.Repeat("word", 40)) + "\nfilled\n\n- a list\n  as it stands\n1. numbered\n";
        var lab = Lab with { Tasks = [new LabTask("6.1", "One", text, 100, [])] };
        var lines = SkeletonGenerator.Generate("A.cs", Body("        #region Solution 6.1: x\n        F();\n        #endregion"), lab).Split('\n').Where(line => line.Contains("//", StringComparison.Ordinal)).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(lines[0], Does.StartWith("        // TODO 6.1: word word").And.Length.InRange(94, 100));
            Assert.That(lines, Has.All.Length.LessThanOrEqualTo(100));
            Assert.That(lines[2], Does.EndWith("word filled"));
            Assert.That(lines.Skip(3), Is.EqualTo(new[] { "        //", "        // - a list", "        //   as it stands", "        // 1. numbered" }));
        });
    }

    [TestCase("#region Solution 6.1: x\nF();", "A.cs(3): #region without #endregion")]
    [TestCase("F();\n#endregion", "A.cs(4): #endregion without #region")]
    [TestCase("#region Solution 6.9: x\nF();\n#endregion", "A.cs(3): lab 06-frames has no task 6.9")]
    [TestCase("#region Solution 6.1\nF();\n#endregion", "A.cs(3): expected `#region Solution N.M: some words`")]
    [TestCase("#region Solution 6.1: x\n#region Solution 6.2: y\nF();\n#endregion\n#endregion", "A.cs(4): a solution region inside of another")]
    [TestCase("F(\n#region Solution 6.1: x\n1);\n#endregion", "A.cs(4): a solution region holds whole statements, whole members, or the expression after `=>`")]
    [TestCase("if (a)\n#region Solution 6.1: x\nF();\n#endregion", "A.cs(4): a solution region holds whole statements, whole members, or the expression after `=>`")]
    [TestCase("switch (a) {\ncase 1:\n#region Solution 6.1: x\nF();\nbreak;\n#endregion\n}", "A.cs(5): a solution region holds whole statements, whole members, or the expression after `=>`")]
    [TestCase("#region Solution 6.1: x\n#endregion", "A.cs(3): a solution region holds whole statements, whole members, or the expression after `=>`")]
    [TestCase("#region Solution 6.1: x\nF(); }\n#endregion\nvoid G() {", "A.cs(3): a solution region holds whole statements, whole members, or the expression after `=>`")]
    public void A_region_that_makes_no_sense_is_named(string body, string message) =>
        Assert.That(() => SkeletonGenerator.Generate("A.cs", Body(body), Lab), Throws.TypeOf<SkeletonException>().With.Message.EqualTo(message));

    [TestCase("a\nb\n", "a\nb\n", null)]
    [TestCase("a\nb\n", "a\nc\n", "p(2): the reference gives `b`, here is `c`")]
    [TestCase("a\nb\n", "a\n", "p(2): the reference gives `b`, here is ``")]
    [TestCase("a\n", "a", "p(2): the reference gives ``, here is nothing")]
    [TestCase("a\n", null, "p(1): there is no such skeleton yet")]
    public void Checking_names_the_first_line_that_differs(string generated, string? onDisk, string? message) =>
        Assert.That(SkeletonGenerator.Check("p", generated, onDisk), Is.EqualTo(message));

    [Test]
    public void All_skeletons_are_written_and_checked()
    {
        var root = Directory.CreateTempSubdirectory("skeletons-").FullName;
        try
        {
            Directory.CreateDirectory(Path.Combine(root, "reference"));
            var reference = Path.Combine(root, "reference", "A.cs");
            var one = "#region Solution 6.1: x\r\nF();\r\n#endregion\r\n";
            File.WriteAllText(reference, Body(one));
            Assert.That(
                () => SkeletonGenerator.WriteAll(root, [Lab]),
                Throws.TypeOf<SkeletonException>().With.Message.EqualTo("labs/06-frames/lab.yaml(1): task 6.2 has no `#region Solution 6.2: ...` inside a method of the lab's files"));
            File.WriteAllText(reference, Body(one + "#region Solution 6.2: x\nF();\n#endregion"));
            var before = SkeletonGenerator.CheckAll(root, [Lab]);
            var written = SkeletonGenerator.WriteAll(root, [Lab]);
            var again = SkeletonGenerator.WriteAll(root, [Lab]);
            var after = SkeletonGenerator.CheckAll(root, [Lab]);
            File.WriteAllText(Path.Combine(root, "skeletons", "06-frames", "Old.cs"), "");
            Assert.Multiple(() =>
            {
                Assert.That(before, Is.EqualTo(new[] { "skeletons/06-frames/A.cs(1): there is no such skeleton yet" }));
                Assert.That(written, Is.EqualTo(new[] { "skeletons/06-frames/A.cs" }));
                Assert.That(again, Is.Empty);
                Assert.That(after, Is.Empty);
                Assert.That(SkeletonGenerator.CheckAll(root, [Lab]), Is.EqualTo(new[] { "skeletons/06-frames/Old.cs(1): no lab hands out this file" }));
                Assert.That(File.ReadAllText(Path.Combine(root, "skeletons", "06-frames", "A.cs")), Does.Not.Contain("\r").And.Contain("Unwritten.Task(\"6.2\");"));
            });
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static string Body(string body) => "class A {\n    void M() {\n" + body + "\n    }\n}\n";
}
