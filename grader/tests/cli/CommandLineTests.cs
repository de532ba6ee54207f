using Euralios.Grader.Cli;

namespace Euralios.Grader.Tests.Cli;

/// <summary>The command line as a person meets it: in a process of its own.</summary>
internal sealed class CommandLineTests
{
    private string root = "";

    [SetUp]
    public void MakeRepository()
    {
        root = Directory.CreateTempSubdirectory("repository-").FullName;
        Directory.CreateDirectory(Path.Combine(root, "labs"));
    }

    [TearDown]
    public void DeleteRepository() => Directory.Delete(root, recursive: true);

    [TestCase("lab")]
    [TestCase("grade")]
    [TestCase("verify")]
    [TestCase("skeletons")]
    [TestCase("test")]
    [TestCase("boot")]
    [TestCase("bench")]
    [TestCase("stress")]
    [TestCase("debug")]
    [TestCase("doctor")]
    public void Each_command_has_help_with_an_example(string command)
    {
        var (code, output, errors) = Run(command, "--help");

        Assert.That(code, Is.Zero);
        Assert.That(errors, Is.Empty);
        Assert.That(output, Does.Contain("Examples:").And.Contain($"\n  ./kit {command}"));
    }

    [Test]
    public void The_worker_is_not_for_people() => Assert.That(Run("--help").Output, Does.Not.Contain("worker"));

    [Test]
    public void An_unknown_lab_says_which_there_are()
    {
        MakeLab("01-boot-serial");
        MakeLab("06-frame-allocator");

        Mistake("There is no lab 7. The labs are: 01-boot-serial, 06-frame-allocator.", "lab", "7");
    }

    [Test]
    public void A_lab_that_cannot_be_read_says_where()
    {
        MakeLab("06-frame-allocator");

        var (code, _, errors) = Run("lab", "06");

        Assert.That(code, Is.EqualTo(ExitCode.Usage));
        Assert.That(errors, Does.StartWith(Path.Combine(root, "labs/06-frame-allocator/lab.yaml") + "(1,"));
        Assert.That(errors, Does.Not.Contain("   at "));
    }

    [Test]
    public void A_seed_is_32_digits() => Mistake("--seed takes 32 hexadecimal digits. Help: ./kit lab --help", "lab", "06", "--seed", "12");

    [Test]
    public void Jobs_are_one_or_more() => Mistake("--jobs must be 1 or more. Help: ./kit verify --help", "verify", "--jobs", "0");

    [Test]
    public void An_unknown_command_is_named() => Mistake("Not understood: bot. Help: ./kit --help", "bot");

    [Test]
    public void Memory_has_bounds() => Mistake("--memory must be from 16 to 4096. Help: ./kit boot --help", "boot", "--memory", "8");

    [Test]
    public void Without_a_terminal_gdb_wants_a_file() =>
        Mistake("gdb needs a terminal. Without one: ./kit debug --commands FILE", "debug");

    [Test]
    public void A_file_of_gdb_commands_must_be_there() => Mistake("There is no file nowhere.", "debug", "--commands", "nowhere");

    [Test]
    public void No_command_is_a_mistake() => Mistake("Required command was not provided. Help: ./kit --help");

    [Test]
    public void A_folder_without_submissions_is_a_mistake() =>
        Mistake($"{root}/labs has no folders: each submission is one.", "grade", root + "/labs", "--out", root + "/out");

    [Test]
    public void A_key_that_is_not_there_says_how_to_make_one()
    {
        Directory.CreateDirectory(Path.Combine(root, "class/ada"));

        Mistake(
            "There is no key file nowhere. To make one: head -c 32 /dev/urandom > nowhere",
            "grade", root + "/class", "--out", root + "/out", "--key", "nowhere");
    }

    [Test]
    public void A_short_key_is_refused()
    {
        Directory.CreateDirectory(Path.Combine(root, "class/ada"));
        File.WriteAllText(Path.Combine(root, "key"), "secret");

        Mistake(
            $"The key in {root}/key is shorter than 16 bytes, so it can be guessed.",
            "grade", root + "/class", "--out", root + "/out", "--key", root + "/key");
    }

    [Test]
    public void Another_folder_is_not_the_repository()
    {
        Directory.Delete(Path.Combine(root, "labs"));

        Mistake($"{root} is not the kit's repository: it has no folder labs.", "verify");
    }

    private void MakeLab(string id)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "labs", id)).FullName;
        File.WriteAllText(Path.Combine(folder, "lab.yaml"), "title: A lab\n");
    }

    private void Mistake(string message, params string[] arguments)
    {
        var (code, output, errors) = Run(arguments);
        Assert.That(errors, Is.EqualTo(message + "\n"));
        Assert.That(output, Is.Empty);
        Assert.That(code, Is.EqualTo(ExitCode.Usage));
    }

    private (int Code, string Output, string Errors) Run(params string[] arguments) => CommandLine.Run([.. arguments, "--root", root]);
}
