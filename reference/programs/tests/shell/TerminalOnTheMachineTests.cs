namespace Euralios.Programs.Tests;

/// <summary>Dialogues with a shell at a terminal of 60 columns: keys go in, and the screen is looked at.</summary>
internal sealed class TerminalOnTheMachineTests
{
    private const int Columns = 60;
    private const string Hint = "Type help [Enter] to see the shell help page.\n";
    private const string Prompt = "root:/ramdisk/tmp# ";

    private static readonly Dialogue[] Table =
    [
        new("echo hello^Mexit^M", Hint + Prompt + "echo hello\nhello\n" + Prompt + "exit", IsTyped: true),
        new("^d", Hint + Prompt.TrimEnd(), IsTyped: true),
        new("echo abd^Lc^M^U^wx^M^d", Hint + Prompt + "echo abcd\nabcd\n" + Prompt + "echo x\nx\n" + Prompt.TrimEnd(), IsTyped: true),
        new("ech^Ib /ramdisk/us^I^M^d", Hint + Prompt + "echo b /ramdisk/user/\nb /ramdisk/user/\n" + Prompt.TrimEnd(), IsTyped: true),
        new("abandoned^x^M^d", Hint + Prompt + "abandoned^C\n" + Prompt.TrimEnd() + "\n" + Prompt.TrimEnd(), 130, IsTyped: true),
        new("echo 'a^Mb'^M^d", Hint + Prompt + "echo 'a\n> b'\na\nb\n" + Prompt.TrimEnd(), IsTyped: true),
        new("sleep 1000^M^cecho $?^M^d", Hint + Prompt + "sleep 1000\n^C\n" + Prompt + "echo $?\n130\n" + Prompt.TrimEnd(), IsTyped: true),
        new("yes | cat > /ramdisk/tmp/big^M^crm big^M^d", Hint + Prompt + "yes | cat > /ramdisk/tmp/big\n^C\n" + Prompt + "rm big\n" + Prompt.TrimEnd(), IsTyped: true),
        new("cat^Mtyped^M^decho done^M^d", Hint + Prompt + "cat\ntyped\ntyped\n" + Prompt + "echo done\ndone\n" + Prompt.TrimEnd(), IsTyped: true),
        new("^recho^M^d", Hint + Prompt + "echo done\ndone\n" + Prompt.TrimEnd(), IsTyped: true),
        new("shell^Mexit 3^Mecho $?^M^d", Hint + Prompt + "shell\n" + Hint + Prompt + "exit 3\n" + Prompt + "echo $?\n3\n" + Prompt.TrimEnd(), IsTyped: true),
        new("cd /^Mls^M^d", Hint + Prompt + "cd /\nroot:/# ls\nbin      ramdisk\nroot:/#", IsTyped: true),
    ];

    private static readonly Lazy<Task<DialogueResult[]>> Results = new(() => Dialogues.RunAsync(Table));

    private static IEnumerable<TestCaseData> Cases => Table.Select((dialogue, index) => new TestCaseData(index).SetArgDisplayNames($"{index}: {dialogue}"));

    [TestCaseSource(nameof(Cases))]
    public async Task Keys(int index)
    {
        DialogueResult result = (await Results.Value)[index];
        var screen = new SimulatedScreen(Columns, isDeferred: true);

        // What the guest writes for ESC and carriage return.
        screen.Write(result.Output.Replace('~', '\e').Replace('␍', '\r'));
        Assert.That(screen.Text, Is.EqualTo(Table[index].Expected));
        Assert.That(result.Status, Is.EqualTo(Table[index].Status));
    }
}
