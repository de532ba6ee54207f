namespace Euralios.Programs.Tests;

/// <summary>Each tool with right input and with wrong: one boot, a test for each dialogue.</summary>
internal sealed class ToolsOnTheMachineTests
{
    // A hash sign stands for digits that are not known.
    private static readonly Dialogue[] Table =
    [
        new("echo -n a; echo b; echo", "ab"),
        new("echo one > a; echo two > b; cat a b; cat -n a b; cat < a -", "one\ntwo\n     1  one\n     2  two\none"),
        new("cat none a; cat -x", "cat: none: Not found\none\ncat: there is no option -x", 2),
        new("cat /bin", "cat: /bin: it is a directory", 1),
        new("wc a; wc -l a b; echo x y | wc; echo 1 2 3 | wc -w", "      1       1       4 a\n      1 a\n      1 b\n      2 total\n      1       2       4\n3"),
        new("wc none", "wc: none: Not found", 1),
        new("echo 'b\na\n10\n9\na' > l; sort l; sort -u l | wc -l; sort -n l | tail -n 2; sort -r l | head -n 1", "10\n9\na\na\nb\n4\n9\n10\nb"),
        new("sort none", "sort: none: Not found", 1),
        new("head -n 2 l; head -1 l; tail -n 1 l; tail -2 < l; head -n x l", "b\na\nb\na\n9\na\nhead: -n: 'x' is no number", 2),
        new("head -n 1 a b; tail none", "==> a <==\none\n\n==> b <==\ntwo\ntail: none: Not found", 1),
        new("grep a l; grep -n '^[0-9]+$' l; grep -c a l; grep -v a l; echo ABC | grep -i b; grep -q zzz l; echo $?", "a\na\n3:10\n4:9\n2\nb\n10\n9\nABC\n1"),
        new("mkdir -p t/u; echo needle > t/u/x; echo hay > t/y; grep -r needle t; grep -l needle t/y t/u/x; grep -rc e t", "t/u/x:needle\nt/u/x\nt/u/x:1\nt/y:0"),
        new("grep '(' l", "grep: '(': there is a '(' without a ')'", 2),
        new("grep; grep x none", "grep: a pattern is missing; see grep --help\ngrep: none: Not found", 2),
        new("ls t; ls -l t; ls -a; ls a none", "u\ny\nd          - u\n-          4 y\na\nb\nl\nt\nls: none: Not found\na", 1),
        new("ls t t/u", "t:\nu\ny\n\nt/u:\nx"),
        new("echo 'Hello, EuraliOS!' | hexdump -C; hexdump -n 2 a", "00000000  48 65 6c 6c 6f 2c 20 45  75 72 61 6c 69 4f 53 21  |Hello, EuraliOS!|\n00000010  0a                                                |.|\n00000011\n00000000  6f 6e                                             |on|\n00000002"),
        new("hexdump none", "hexdump: none: Not found", 1),
        new("ps | grep -c 'ramdisk|shell|ps|grep'; ps -z", "4\nps: there is no option -z", 2),
        new("free | head -n 1; free | grep -c KiB; free -m | grep -c MiB", "             total       used       free\n1\n1"),
        new("uptime | grep -c '^up 0:00:[0-9][0-9], [0-9]+ processes, [0-9]+ threads$'; uptime x y", "1\nup 0:00:#, # processes, # threads"),
        new("date '+%%' ; date | grep -c 'since boot'; date x", "%\n1\ndate: a format begins with '+'; see date --help", 2),
        new("sleep 0; sleep x", "sleep: how many seconds is one number, not negative", 2),
        new("yes a b | head -n 1", "a b"),
        new("cat --help | head -n 1; ls --help | wc -l; grep --help | head -n 1", "Usage: cat [-n] [FILE]...\n2\nUsage: grep [-ivnclrhqF] PATTERN [FILE]..."),
        new("system_test | tail -n 1; system_test | head -n 3", "11 of 11 passed\nEuraliOS system test\n====================\nRunning 11 tests"),
        new("echo a | timing_test", "[timing_test] TSC: # microseconds: #\n[timing_test] TSC: # microseconds: #"),
    ];

    private static readonly Lazy<Task<DialogueResult[]>> Results = new(() => Dialogues.RunAsync(Table));

    private static IEnumerable<TestCaseData> Cases => Table.Select((dialogue, index) => new TestCaseData(index).SetArgDisplayNames($"{index}: {dialogue}"));

    [TestCaseSource(nameof(Cases))]
    public async Task Tools(int index)
    {
        DialogueResult result = (await Results.Value)[index];
        string expected = System.Text.RegularExpressions.Regex.Escape(Table[index].Expected).Replace("\\#", "[0-9]+", StringComparison.Ordinal);
        Assert.That(result.Output, Does.Match($"^{expected}$"));
        Assert.That(result.Status, Is.EqualTo(Table[index].Status));
    }
}
