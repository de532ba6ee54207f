using Euralios.Grader.Boot;

namespace Euralios.Whole.Tests;

/// <summary>Dialogues at keyboard and screen.</summary>
internal sealed class ScreenDialogueTests
{
    private const byte Usual = 0x07, Green = 0x02;

    [Test]
    public async Task Consoles_keep_what_is_on_them()
    {
        await using AttendedMachine machine = await Sitting.StartAsync();
        (KeyboardInput keyboard, ScreenView screen) = (machine.Keyboard, machine.Screen);
        ScreenText shown = await machine.EnterAsync(Sitting.LoginPrompt, "root", Sitting.RootPrompt);
        Assert.That(shown.AttributeOf("root:"), Is.EqualTo(Green));
        await keyboard.TypeAsync("echo \"On the 2nd console: {~}\" | cat\n");
        await screen.WaitAsync("\nOn the 2nd console: {~}\n");

        await keyboard.PressAsync("f3");
        await machine.EnterAsync(Sitting.LoginPrompt, "user", Sitting.UserPrompt);
        await keyboard.TypeAsync("echo on the third\n");
        shown = await screen.WaitAsync("\non the third\n");
        Assert.That(shown.Text, Does.Not.Contain("2nd"));

        await keyboard.PressAsync("f1");
        shown = await screen.WaitAsync("the system's console", screen => !screen.Text.Contains("third", StringComparison.Ordinal));

        // What was reported before there was a screen is there as well, in its order, and nothing else.
        Assert.That(shown.Lines[0], Is.EqualTo("[init] Starting EuraliOS..."));
        Assert.That(shown.Text.Split('\n').Skip(1), Has.All.StartsWith("[pci] Device ").And.Some.Contains("1234").And.Some.Contains("8086"));
        await keyboard.PressAsync("f2");
        shown = await screen.WaitAsync("\nOn the 2nd console: {~}\n");
        Assert.That(shown.LastLine, Is.EqualTo(Sitting.RootPrompt.TrimEnd()));
        await keyboard.PressAsync("f3");
        await screen.WaitAsync("\non the third\n");

        await keyboard.PressAsync("f2");
        await screen.WaitForLastLineAsync(Sitting.RootPrompt);
        await keyboard.TypeAsync("poweroff\n");
        Assert.That((await machine.WaitForEndAsync()).IsPowerOff);
    }

    [Test]
    public async Task The_editor_shows_colours_and_the_screen_scrolls_back()
    {
        await using AttendedMachine machine = await Sitting.StartAsync();
        (KeyboardInput keyboard, ScreenView screen) = (machine.Keyboard, machine.Screen);
        await machine.EnterAsync(Sitting.LoginPrompt, "user", Sitting.UserPrompt);

        await keyboard.TypeAsync("edit a.cs\n");
        await screen.WaitAsync("^S Save");
        await keyboard.TypeAsync("return \"text\"; // why\n");
        await screen.WaitAsync("2:1\n");
        await keyboard.PressAsync("ctrl", "s");

        // Whatever was typed before is drawn by now.
        ScreenText shown = await screen.WaitAsync("bytes saved");
        byte[] colours = [shown.AttributeOf("return"), shown.AttributeOf("\"text\""), shown.AttributeOf("// why")];
        Assert.That(colours, Is.Unique);
        Assert.That(shown.Attribute(0, 0), Is.EqualTo(shown.Attribute(0, 79)).And.Not.EqualTo(Usual));
        await keyboard.PressAsync("ctrl", "q");
        await screen.WaitForLastLineAsync(Sitting.UserPrompt);
        await keyboard.TypeAsync("cat a.cs\n");
        await screen.WaitAsync("\nreturn \"text\"; // why\n");

        // More than a screen: what has left it comes back.
        await keyboard.TypeAsync("help; echo the last\n");
        await screen.WaitAsync("\nthe last\n");
        Assert.That((await screen.ReadAsync()).Text, Does.Not.Contain("cat a.cs"));
        await keyboard.PressAsync("shift", "pgup");
        await keyboard.PressAsync("shift", "pgup");
        await screen.WaitAsync("cat a.cs");
        await keyboard.PressAsync("shift", "pgdn");
        await keyboard.PressAsync("shift", "pgdn");
        await screen.WaitForLastLineAsync(Sitting.UserPrompt);

        await keyboard.TypeAsync("yes\n");
        await screen.WaitAsync("y\ny\ny");
        await keyboard.PressAsync("ctrl", "c");
        await screen.WaitForLastLineAsync(Sitting.UserPrompt);
        await keyboard.TypeAsync("echo $?\n");
        await screen.WaitAsync("\n130\n");
    }
}
