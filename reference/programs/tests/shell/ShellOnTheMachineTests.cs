using Euralios.Grader.Boot;

namespace Euralios.Programs.Tests;

/// <summary>Dialogues with the shell: one boot, a test for each. They begin in /ramdisk/tmp, and find there what those before have left.</summary>
internal sealed class ShellOnTheMachineTests
{
    private static readonly Dialogue[] Table =
    [
        new("echo hello", "hello"),
        new("echo 'a  b' \"c $HOME\" d\\ e $1 \"$2\" $#", "a  b c /ramdisk/root d e one two words 2"),
        new("echo one; echo two # three\necho four", "one\ntwo\nfour"),
        new("echo 'a\nb'", "a\nb"),
        new("echo a |\ncat", "a"),
        new("A=1; B=$A$A; echo $B; unset B; echo $B.", "11\n."),
        new("A=x; shell -c 'echo $A.'; export A; shell -c 'echo $A'; A=y shell -c 'echo $A'; echo $A", ".\nx\ny\nx"),
        new("export C=3; env", "C=3\nHOME=/ramdisk/root\nPATH=/bin\nPWD=/ramdisk/tmp\nUSER=root"),
        new("true && echo yes || echo no; false && echo yes || echo no; ! true; echo $?", "yes\nno\n1"),
        new("false; echo $?; exit 7", "1", 7),
        new("false", "", 1),
        new("pwd; cd /ramdisk; pwd; cd -; cd; pwd", "/ramdisk/tmp\n/ramdisk\n/ramdisk/tmp\n/ramdisk/root"),
        new("cd nowhere; pwd", "cd: nowhere: Not found\n/ramdisk/tmp"),
        new("cd /bin/echo; cd a b", "cd: /bin/echo: Not a directory\nUsage: cd [DIRECTORY]", 2),

        // Pipes.
        new("echo x | cat", "x"),
        new("echo x | cat | cat | cat | wc -c", "2"),
        new("yes | head -n 2; echo $?", "y\ny\n0"),
        new("yes | true; echo $?", "0"),
        new("true | cat; echo $?", "0"),
        new("help | head -n 1", "EuraliOS shell help"),
        new("echo ignored | pwd", "/ramdisk/tmp"),
        new("echo 'echo from a pipe; echo $?' | shell", "from a pipe\n0"),
        new("echo x | false; echo $?", "1"),
        new("false | true; echo $?", "0"),

        // Redirections.
        new("echo one > f; echo two >> f; cat f; cat < f | wc -l; wc -l < f", "one\ntwo\n2\n2"),
        new("echo three > f; cat f", "three"),
        new("pwd > g; help > h; cat g; head -n 1 h", "/ramdisk/tmp\nEuraliOS shell help"),
        new("> empty; wc -c < empty", "0"),
        new("echo a | cat > i; cat i", "a"),
        new("ls nofile > j; cat j", "ls: nofile: Not found"),
        new("ls nofile | wc -c", "ls: nofile: Not found\n0"),
        new("cat < nofile", "shell: nofile: Not found", 1),
        new("echo x > /bin/new", "shell: /bin/new: Denied", 1),
        new("echo x > /ramdisk/tmp", "shell: /ramdisk/tmp: Denied", 1),
        new("cat 2> f", "shell: '2>' is not supported: a program has the handles 0, its input, and 1, its output, and no handle 2 (character 5)", 2),

        // Names.
        new("echo f* [gh] '*' none*", "f g h * none*"),
        new("echo /ramdisk/t*/[f-g]", "/ramdisk/tmp/f /ramdisk/tmp/g"),
        new("cd /; echo */tmp", "ramdisk/tmp"),

        // Errors.
        new("nosuch; echo $?", "nosuch: command not found\n127"),
        new("./nosuch", "./nosuch: command not found", 127),
        new("echo x | nosuch; echo $?", "nosuch: command not found\n127"),
        new("echo 'a", "shell: the quote ' is not closed (character 6)", 2),
        new("echo a | | b", "shell: unexpected '|' (character 10)", 2),
        new("echo 'echo $1 $#; exit 5' > script; ./script arg; echo $?; source script x y", "arg 1\n5\nx 2", 5),
        new("echo 'echo a;;' > script; shell script", "script: line 1: ';;' is not supported (character 7)", 2),

        // Jobs.
        new("sleep 0.05 & echo first; wait; echo second", "first\nsecond"),
        new("sleep 100 & jobs; kill %1; wait %1; echo $?", "[1] Running  sleep 100\n143"),
        new("cat & wait; echo $?", "0"),
        new("false && echo no || echo yes & wait", "yes"),
        new("kill %3; fg; wait 77; kill", "kill: %3: this shell has no such job\nfg: there is no job\nwait: 77: there is no such job\nUsage: kill %JOB|PROCESS...", 2),

        // Files.
        new("mkdir d; mkdir d; mkdir -p d/e/f; ls d; rmdir d", "mkdir: cannot create d: Already exists\ne\nrmdir: cannot remove d: it is not empty", 1),
        new("echo 1 > d/one; cp d/one d/two; mv d/two d/three; cat d/three; ls d; cp d e", "1\ne\none\nthree\ncp: d: it is a directory; -r copies it", 1),
        new("cp -r d copy; ls copy; rm copy; rm -r copy d; ls d", "e\none\nthree\nrm: cannot remove copy: it is a directory\nls: d: Not found", 1),
        new("rm nofile; rm -f nofile; cp nofile x; mv nofile x", "rm: cannot remove nofile: Not found\ncp: nofile: Not found\nmv: nofile: Not found", 1),
        new("mount; umount /none", "/bin\n/ramdisk\numount: /none: Not found", 1),
        new("type cd echo nosuch; which echo", "cd is built into the shell\necho is /bin/echo\ntype: nosuch: not found\n/bin/echo"),
    ];

    private static readonly Lazy<Task<DialogueResult[]>> Results = new(() => Dialogues.RunAsync(Table));

    private static IEnumerable<TestCaseData> Cases => Table.Select((dialogue, index) => new TestCaseData(index).SetArgDisplayNames($"{index}: {dialogue}"));

    [TestCaseSource(nameof(Cases))]
    public async Task Commands(int index)
    {
        DialogueResult result = (await Results.Value)[index];
        Assert.That(GuestEnvironment.WithoutStress(result.Output), Is.EqualTo(Table[index].Expected));
        Assert.That(result.Status, Is.EqualTo(Table[index].Status));
    }
}
