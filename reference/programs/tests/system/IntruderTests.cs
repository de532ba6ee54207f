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

        // It has taken /bin away from itself, and from nobody else.
        Assert.That(await terminal.EnterAsync("mount; ls /bin | grep -c shell", Sitting.UserPrompt), Is.EqualTo("/bin\n/ramdisk\n1\n"));
        Assert.That(await terminal.EnterAsync("intruder port 'write 8'; echo status $?", Sitting.UserPrompt), Does.Contain("status 134\n"));

        // Root's session has not moved.
        Assert.That((await machine.Screen.ReadAsync()).Text, Is.EqualTo(before.Text));
        ScreenText after = await machine.EnterAsync(Sitting.RootPrompt, "cat root/hidden etc/users; ls bin | grep mine || echo none", Sitting.RootPrompt);
        Assert.That(after.Text, Does.Contain("\nhidden\nroot::/ramdisk:system\nuser::/ramdisk/user:own\nnone\n"));
        await machine.Keyboard.TypeAsync("poweroff\n");
        Assert.That((await machine.WaitForEndAsync()).IsPowerOff);
    }

    [Test]
    public async Task A_program_that_only_computes_is_killed()
    {
        await using AttendedMachine machine = await Sitting.StartWithAsync("intruder");
        SerialTerminal terminal = machine.Serial;
        await terminal.WaitAsync(Sitting.LoginPrompt);
        await terminal.LogInAsync("user");
        Assert.That(await Run("intruder loop &"), Does.StartWith("[1]"));
        Assert.That(await Run("ps | grep -c intruder"), Is.EqualTo("1\n"));
        await Run("kill %1; wait");
        Assert.That(await Run("ps | grep -c intruder"), Is.EqualTo("0\n"));

        await terminal.TypeAsync("echo 'for'ever; intruder loop\r");
        await terminal.WaitAsync("forever\n");
        await terminal.TypeAsync("\x03");
        await terminal.WaitAsync(Sitting.UserPrompt);
        Assert.That(await Run("echo $?; ps | grep -c intruder"), Is.EqualTo("130\n0\n"));

        Task<string> Run(string line) => terminal.EnterAsync(line, Sitting.UserPrompt);
    }
}
