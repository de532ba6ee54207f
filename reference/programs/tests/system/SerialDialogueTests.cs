using Euralios.Grader.Boot;

namespace Euralios.Whole.Tests;

/// <summary>Dialogues at the terminal on COM1.</summary>
internal sealed class SerialDialogueTests
{
    [Test]
    public async Task Root_logs_in_works_with_files_and_powers_off()
    {
        await using AttendedMachine machine = await Sitting.StartAsync();
        SerialTerminal terminal = machine.Serial;
        await terminal.WaitAsync(Sitting.LoginPrompt);
        Assert.That(await terminal.EnterAsync("nobody", Sitting.LoginPrompt), Does.Contain("Unknown login"));
        await terminal.LogInAsync("root");

        Assert.That(await Run("echo one two >f"), Is.Empty);
        Assert.That(await Run("echo three >>f"), Is.Empty);
        Assert.That(await Run("cat f"), Is.EqualTo("one two\nthree\n"));
        Assert.That(await Run("grep three f"), Is.EqualTo("three\n"));
        Assert.That(await Run("cat f | wc -l"), Does.Match(@"^\s*2\n$"));
        Assert.That(await Run("sort <f | head -n 1"), Is.EqualTo("one two\n"));
        Assert.That(await Run("ls"), Does.Contain("f").And.Contain("etc").And.Contain("bin"));
        Assert.That(await Run("echo $?"), Is.EqualTo("0\n"));
        Assert.That(await Run("grep none f || echo $?"), Is.EqualTo("1\n"));
        Assert.That(await Run("nothing"), Does.Contain("nothing: command not found"));
        Assert.That(await Run("mount"), Does.Contain("/ramdisk\n").And.Contain("/dev/power\n").And.Contain("/pci\n"));

        await terminal.EnterAsync("poweroff", "Powering off");
        Assert.That((await machine.WaitForEndAsync()).IsPowerOff);

        Task<string> Run(string line) => terminal.EnterAsync(line, Sitting.RootPrompt);
    }

    [Test]
    public async Task What_is_typed_in_the_editor_is_in_the_file()
    {
        await using AttendedMachine machine = await Sitting.StartAsync();
        SerialTerminal terminal = machine.Serial;
        await terminal.WaitAsync(Sitting.LoginPrompt);
        await terminal.LogInAsync("user");
        await terminal.TypeAsync("edit story\r");
        await terminal.WaitAsync("^S Save");
        await terminal.TypeAsync("Once upon a time\rthere was a kernel.\r");
        await terminal.TypeAsync("\x13");
        await terminal.WaitAsync("bytes saved");

        // Esc leaves a question, also when the next key comes at once.
        await terminal.TypeAsync("\x06");
        await terminal.WaitAsync("Find:");
        await terminal.TypeAsync("\e\x11");
        await terminal.WaitAsync(Sitting.UserPrompt);
        Assert.That(await terminal.EnterAsync("cat story", Sitting.UserPrompt), Is.EqualTo("Once upon a time\nthere was a kernel.\n"));
        Assert.That(await terminal.EnterAsync("grep -c e story", Sitting.UserPrompt), Is.EqualTo("2\n"));
    }

    [Test]
    public async Task Programs_that_do_not_end_are_ended()
    {
        await using AttendedMachine machine = await Sitting.StartAsync();
        SerialTerminal terminal = machine.Serial;
        await terminal.WaitAsync(Sitting.LoginPrompt);
        await terminal.LogInAsync("user");

        await terminal.TypeAsync("yes\r");
        await terminal.WaitAsync("y\ny\ny\n");
        await terminal.TypeAsync("\x03");
        await terminal.WaitAsync(Sitting.UserPrompt);
        Assert.That(await Run("echo $?"), Is.EqualTo("130\n"));

        // One that computes and asks nobody for anything, in the background: the session goes on.
        Assert.That(await Run("yes >/ramdisk/many | yes | wc &"), Does.Contain("[1]"));
        Assert.That(await Run("jobs"), Does.Contain("Running"));
        await Run("kill %1");
        Assert.That(await Run("wait; jobs"), Does.Not.Contain("Running"));

        Assert.That(await Run("sleep 1000 &"), Does.Contain("["));
        await Run("kill %1");
        Assert.That(await Run("wait; echo gone"), Does.Contain("gone\n"));

        Task<string> Run(string line) => terminal.EnterAsync(line, Sitting.UserPrompt);
    }

    [Test]
    public async Task A_password_is_set_and_asked_for_and_users_come_and_go()
    {
        await using AttendedMachine machine = await Sitting.StartAsync();
        SerialTerminal terminal = machine.Serial;
        await terminal.WaitAsync(Sitting.LoginPrompt);
        await terminal.LogInAsync("root");
        await terminal.TypeAsync("passwd user\r");
        await terminal.WaitAsync("New password: ");
        await terminal.TypeAsync("open sesame\r");
        await terminal.WaitAsync("Once more: ");
        await terminal.EnterAsync("open sesame", Sitting.RootPrompt);
        Assert.That(terminal.Heard, Does.Not.Contain("sesame"));
        Assert.That(await terminal.EnterAsync("cat etc/users", Sitting.RootPrompt), Does.Match("\nuser:.+:").And.Not.Contain("sesame"));
        await terminal.EnterAsync("echo secret >/ramdisk/secret", Sitting.RootPrompt);
        Assert.That(await terminal.EnterAsync("exit", Sitting.LoginPrompt), Is.Empty);

        await terminal.EnterPasswordAsync("user", "close sesame", Sitting.LoginPrompt);
        Assert.That(terminal.Heard, Does.Contain("Wrong password."));
        await terminal.EnterPasswordAsync("user", "open sesame", Sitting.UserPrompt);
        Assert.That(await terminal.EnterAsync("cat /ramdisk/secret", Sitting.UserPrompt), Does.Contain("not found").IgnoreCase);
        Assert.That(await terminal.EnterAsync("poweroff", Sitting.UserPrompt), Does.Contain("this session may not"));
        Assert.That(await terminal.EnterAsync("mount", Sitting.UserPrompt), Is.EqualTo("/bin\n/ramdisk\n"));
        await terminal.EnterAsync("echo mine >note", Sitting.UserPrompt);

        // Ctrl-D ends the shell, and on an empty line of the login the session: the terminal begins another.
        await terminal.TypeAsync("\x04");
        await terminal.WaitAsync(Sitting.LoginPrompt);
        await terminal.TypeAsync("\x04");
        await terminal.WaitAsync("Welcome to EuraliOS!");
        await terminal.WaitAsync(Sitting.LoginPrompt);
        await terminal.LogInAsync("root");
        Assert.That(await terminal.EnterAsync("cat user/note", Sitting.RootPrompt), Is.EqualTo("mine\n"));
    }
}
