using System.Diagnostics;
using System.Runtime.Versioning;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Tests.Cli;

/// <summary>
/// The script <c>kit</c> in a repository of its own, with a PATH of its own: a <c>dotnet</c> that notes what it is asked to do, and only the
/// tools that a test gives it.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed class KitScriptTests
{
    private static readonly string[] BasicTools =
        ["sh", "cat", "chmod", "cksum", "dirname", "find", "grep", "head", "id", "mkdir", "mv", "readlink", "rm", "sed", "sort", "touch"];

    private string folder = "", repository = "", path = "";

    private string Calls => File.Exists(Path.Combine(folder, "calls")) ? File.ReadAllText(Path.Combine(folder, "calls")) : "";

    [SetUp]
    public void MakeRepository()
    {
        folder = Directory.CreateTempSubdirectory("kit-").FullName;
        repository = Path.Combine(folder, "a place with spaces");
        path = Path.Combine(folder, "bin");
        foreach (var part in new[] { "grader/cli", "reference/sdk" })
            Directory.CreateDirectory(Path.Combine(repository, part));
        foreach (var file in new[] { "kit", "global.json", "Directory.Build.props", "Directory.Packages.props" })
            File.Copy(Path.Combine(Toolchain.RepositoryRoot, file), Path.Combine(repository, file));
        File.WriteAllText(Path.Combine(repository, "grader/cli/Program.cs"), "");

        Directory.CreateDirectory(path);
        foreach (var tool in BasicTools)
            File.CreateSymbolicLink(Path.Combine(path, tool), Find(tool));
        Script("dotnet", $$"""
            case $1 in
                --version) echo 10.0.499 ;;
                build)
                    echo build >>"{{folder}}/calls"
                    if [ -f "{{folder}}/broken" ]; then echo 'x.cs(1,2): error CS1: no'; exit 1; fi
                    bin=${2%/*}/bin/Debug/net10.0
                    mkdir -p "$bin" && touch "$bin/grader.dll" ;;
                *) shift && echo "ran: $*" ;;
            esac
            """);
        Script("qemu-system-x86_64", "");
        Script("ld.lld", "");
    }

    [TearDown]
    public void DeleteRepository() => Directory.Delete(folder, recursive: true);

    [Test]
    public void It_builds_once_and_hands_over()
    {
        Assert.That(Run("lab", "06"), Is.EqualTo((0, "ran: lab 06\n", "")));
        Assert.That(Run("verify"), Is.EqualTo((0, "ran: verify\n", "")));
        Assert.That(Calls, Is.EqualTo("build\n"));
    }

    [Test]
    public void Alone_it_shows_the_help() => Assert.That(Run(), Is.EqualTo((0, "ran: --help\n", "")));

    [Test]
    public void A_change_of_the_grader_builds_it_again()
    {
        Run("lab");
        File.SetLastWriteTimeUtc(Path.Combine(repository, "grader/cli/Program.cs"), DateTime.UtcNow.AddSeconds(10));
        Run("lab");
        Assert.That(Calls, Is.EqualTo("build\nbuild\n"));
    }

    [Test]
    public void A_file_that_is_gone_builds_it_again()
    {
        Run("lab");
        File.Delete(Path.Combine(repository, "grader/cli/Program.cs"));
        Run("lab");
        Assert.That(Calls, Is.EqualTo("build\nbuild\n"));
    }

    [Test]
    public void After_a_move_nothing_built_is_kept()
    {
        Run("lab");
        var old = Directory.CreateDirectory(Path.Combine(repository, "reference/sdk/obj")).FullName;
        Directory.Move(repository, repository + " moved");
        repository += " moved";
        Assert.That(Run("lab"), Is.EqualTo((0, "ran: lab\n", "")));
        Assert.That(Directory.Exists(old.Replace("spaces", "spaces moved", StringComparison.Ordinal)), Is.False);
        Assert.That(Calls, Is.EqualTo("build\nbuild\n"));
    }

    [Test]
    public void A_build_that_fails_shows_the_compiler_s_errors()
    {
        File.WriteAllText(Path.Combine(folder, "broken"), "");
        Assert.That(Run("lab"), Is.EqualTo((2, "", "x.cs(1,2): error CS1: no\nThe kit does not build; the messages are above.\n")));
        Assert.That(Run("lab").Code, Is.EqualTo(2), "and it is not taken for built");
    }

    [TestCase("qemu-system-x86_64", "sudo apt install qemu-system-x86.", "brew install qemu")]
    [TestCase("ld.lld", "sudo apt install lld.", "brew install lld")]
    public void A_missing_tool_is_one_line(string tool, string debian, string mac)
    {
        File.Delete(Path.Combine(path, tool));

        var (code, output, errors) = Run("boot");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(output, Is.Empty);
        Assert.That(errors, Does.StartWith($"Missing: {tool}. ").And.Contain(debian).And.Contain("Fedora: sudo dnf install").And.Contain(mac));
        Assert.That(errors.TrimEnd(), Does.Not.Contain('\n'));
    }

    [Test]
    public void Help_needs_no_tools()
    {
        File.Delete(Path.Combine(path, "qemu-system-x86_64"));
        Assert.That(Run("boot", "--help"), Is.EqualTo((0, "ran: boot --help\n", "")));
    }

    [Test]
    public void No_sdk_is_one_line()
    {
        File.Delete(Path.Combine(path, "dotnet"));

        var (code, _, errors) = Run("boot");

        Assert.That(code, Is.EqualTo(2));
        Assert.That(errors, Does.StartWith(".NET SDK 10.0.4xx is missing. ").And.Contain("--channel 10.0.4xx"));
        Assert.That(errors.TrimEnd(), Does.Not.Contain('\n'));
    }

    [Test]
    public void In_CI_apt_installs_what_is_missing()
    {
        File.Delete(Path.Combine(path, "ld.lld"));
        Script("sudo", "shift && exec \"$@\"");
        Script("env", "shift && exec \"$@\"");
        Script("apt-get", $"echo \"apt $*\" >>\"{folder}/calls\"\ncase $* in *install*) touch \"{path}/ld.lld\" && chmod +x \"{path}/ld.lld\" ;; esac");

        Assert.That(Run("boot"), Is.EqualTo((0, "ran: boot\n", "")));
        Assert.That(Calls, Is.EqualTo("apt update -qq\napt install -y -qq --no-install-recommends lld\nbuild\n"));
    }

    private static string Find(string tool) =>
        Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, tool)).First(File.Exists);

    private void Script(string name, string body)
    {
        var file = Path.Combine(path, name);
        File.WriteAllText(file, "#!/bin/sh\n" + body + "\n");
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    private (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(repository, "kit"), arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        start.Environment["PATH"] = path;
        start.Environment["HOME"] = folder;
        start.Environment["CI"] = "true";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, errors.Result);
    }
}
