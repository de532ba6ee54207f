using Euralios.Grader.Boot;

namespace Euralios.Whole.Tests;

/// <summary>A user's program tries to get further than the user may (<c>guest/intruder</c>).</summary>
internal sealed class IntruderTests
{
    [Test]
    public async Task Nothing_gets_further_and_root_notices_nothing()
    {
        await using AttendedMachine machine = await Sitting.StartWithAsync("intruder");
        SerialTerminal terminal = machine.Serial;
        await machine.EnterAsync(Sitting.LoginPrompt, "root", Sitting.RootPrompt);
        ScreenText before = await machine.EnterAsync(Sitting.RootPrompt, "echo hidden >/ramdisk/root/hidden", Sitting.RootPrompt);

        await terminal.WaitAsync(Sitting.LoginPrompt);
        await terminal.LogInAsync("user");
        string output = await terminal.EnterAsync("intruder", Sitting.UserPrompt);
        Assert.That(output, Does.Contain("intruder.held OPEN .. at /bin").And.EndWith("intruder.end\n"));
        Assert.That(output, Does.Not.Contain("intruder.through"));

        // It has taken /bin away, from its own session: another one has it.
        await terminal.EnterAsync("exit", Sitting.LoginPrompt);
        await terminal.LogInAsync("user");
        output = await terminal.EnterAsync("intruder ports; echo status $?", Sitting.UserPrompt);
        Assert.That(output, Does.Contain("status").And.Not.Contain("intruder.through"));

        // Root's session has not moved.
        Assert.That(await terminal.EnterAsync("mount", Sitting.UserPrompt), Is.EqualTo("/bin\n/ramdisk\n"));
        Assert.That((await machine.Screen.ReadAsync()).Text, Is.EqualTo(before.Text));
        ScreenText after = await machine.EnterAsync(Sitting.RootPrompt, "cat root/hidden etc/users; ls bin | grep mine || echo none", Sitting.RootPrompt);
        Assert.That(after.Text, Does.Contain("\nhidden\nroot::/ramdisk:system\nuser::/ramdisk/user:own\nnone\n"));
        await machine.Keyboard.TypeAsync("poweroff\n");
        Assert.That((await machine.WaitForEndAsync()).IsPowerOff);
    }
}
