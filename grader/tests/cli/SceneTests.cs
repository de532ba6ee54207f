using Euralios.Grader.Boot;
using Euralios.Grader.Cli;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Tests.Cli;

/// <summary>The scenes of the handouts' pictures, played on one machine one after another: each shows what its picture is there for.</summary>
internal sealed class SceneTests
{
    private static readonly Dictionary<string, Action<ScreenText>> _shows = new()
    {
        ["login"] = screen =>
        {
            Assert.That(screen.Text, Does.Contain("Welcome to EuraliOS!"));
            Assert.That(screen.LastLine, Is.EqualTo("login:"));
        },
        ["shell"] = screen =>
        {
            Assert.That(screen.Text, Does.Contain("edit").And.Contain("\nroot::/ramdisk:system\n"));
            Assert.That(screen.LastLine, Is.EqualTo("root:/ramdisk#"));
            Assert.That(screen.AttributeOf("/ramdisk"), Is.Not.EqualTo(screen.AttributeOf("Welcome")), "the prompt has colours");
        },
        ["edit"] = screen =>
        {
            Assert.That(screen.Lines[0], Does.Contain("hello.cs").And.Contain("bytes saved"));
            Assert.That(screen.Lines[4], Does.EndWith("Console.WriteLine(\"Hello\");"));
            byte[] colours = [.. new[] { "// Says hello.", "int", "3", "\"Hello\"", "times" }.Select(screen.AttributeOf)];
            Assert.That(colours, Is.Unique, "comment, type, number, string and name");
        },
        ["console-f3"] = screen =>
        {
            Assert.That(screen.Text, Does.Contain("user:/ramdisk$ mount").And.Contain("\n/bin\n/ramdisk\n").And.Contain("edit\n"));
            Assert.That(screen.Text, Does.Not.Contain("root:"));
        },
        ["console-f2"] = screen =>
        {
            Assert.That(screen.Text, Does.Match(@"root:/ramdisk# wc hello\.cs; .*\n +4 +17 +98 hello\.cs\n2\nroot:/ramdisk#$"));
            Assert.That(screen.Text, Does.Not.Contain("user:"));
        },
    };

    [Test]
    public async Task Each_scene_shows_what_its_picture_is_there_for()
    {
        string root = Toolchain.RepositoryRoot, folder = TestContext.CurrentContext.WorkDirectory;
        CancellationToken cancellation = TestContext.CurrentContext.CancellationToken;
        await using AttendedMachine machine = await AttendedMachine.StartAsync(
            new(128, IcountShift: 0), ReferenceKernel.Build(root), ReferencePrograms.Build(root), cancellation);
        foreach (Scene scene in Scene.All)
        {
            await scene.PlayAsync(machine);
            ScreenText screen = await machine.Screen.ReadAsync(cancellation);
            TestContext.Out.WriteLine($"{scene.Name}:\n{screen.Text}\n");
            _shows[scene.Name](screen);

            string file = Path.Combine(folder, scene.File);
            await machine.SavePictureAsync(file, cancellation);
            var picture = PngPicture.Read(file);
            Assert.That((picture.Width, picture.Height), Is.EqualTo((720, 400)), scene.Name);
            List<(int Row, int Column)> text = CellsWithText(screen), ink = CellsWithInk(picture);
            Assert.That(text.Except(ink), Is.Empty, $"{scene.Name}: a character is not in the picture");
            Assert.That(ink.Except(text).Count(), Is.LessThanOrEqualTo(1), $"{scene.Name}: in the picture is more than text and cursor");
        }

        Assert.That(_shows.Keys, Is.EquivalentTo(Scene.All.Select(scene => scene.Name)));
    }

    [Test]
    public void Every_scene_has_its_picture_in_the_handouts_and_every_picture_its_scene() => Assert.That(
        Directory.GetFiles(Path.Combine(Toolchain.RepositoryRoot, "handouts", "img"), "system-*.png").Select(Path.GetFileName),
        Is.EquivalentTo(Scene.All.Select(scene => scene.File)));

    private static List<(int Row, int Column)> CellsWithText(ScreenText screen) =>
        [.. Cells().Where(cell => cell.Column < screen.Lines[cell.Row].Length && screen.Lines[cell.Row][cell.Column] is not (' ' or '\0'))];

    /// <summary>Cells of the picture in more than one colour.</summary>
    private static List<(int Row, int Column)> CellsWithInk(PngPicture picture)
    {
        (int width, int height) = (picture.Width / ScreenText.Columns, picture.Height / ScreenText.Rows);
        return [.. Cells().Where(cell => Enumerable.Range(0, width * height)
            .Select(pixel => picture.Colour((cell.Column * width) + (pixel % width), (cell.Row * height) + (pixel / width)))
            .Distinct().Count() > 1)];
    }

    private static IEnumerable<(int Row, int Column)> Cells() =>
        Enumerable.Range(0, ScreenText.Rows * ScreenText.Columns).Select(cell => (cell / ScreenText.Columns, cell % ScreenText.Columns));
}
