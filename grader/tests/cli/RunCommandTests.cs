using System.Text;
using Euralios.Grader.Cli;

namespace Euralios.Grader.Tests.Cli;

/// <summary>One C# file as a program of EuraliOS.</summary>
internal sealed class RunCommandTests
{
    private const string WordCount = """
        var counts = new Dictionary<string, int>();
        foreach (string word in File.ReadAllText(args[0]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            counts[word] = counts.TryGetValue(word, out int count) ? count + 1 : 1;
        foreach (var (word, count) in counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key))
            Console.WriteLine($"{count} {word}");
        string? line;
        while ((line = Console.ReadLine()) != null)
            Console.WriteLine($"[{line}]");
        return 7;
        """;

    private string _folder = "";

    [SetUp]
    public void MakeFolder() => _folder = Directory.CreateTempSubdirectory("run-").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void A_program_reads_its_file_and_its_input_and_its_status_is_the_commands()
    {
        string program = Write("words.cs", WordCount);
        string text = Write("text.txt", "one two one\nthree one two\n");

        var (code, output, errors) = CommandLine.Run("run", "--file", text, program, "text.txt");

        Assert.That(errors, Is.Empty);
        Assert.That(output, Is.EqualTo("3 one\n2 two\n1 three\n"));
        Assert.That(code, Is.EqualTo(7));
    }

    [Test]
    public void What_does_not_compile_is_shown_with_file_and_line()
    {
        string program = Write("wrong.cs", "try { Console.WriteLine(args.Length); } catch { }\n");

        var (code, _, errors) = CommandLine.Run("run", program);

        // By the compiler's analyzer: at the word, and once.
        string[] messages = [.. errors.Split('\n').Where(line => line.Contains("catches exceptions", StringComparison.Ordinal))];
        Assert.That(messages, Has.Length.EqualTo(1), errors);
        Assert.That(messages[0], Does.StartWith(program + "(1,41): error EOS001: Program.Main catches exceptions: "));
        Assert.That(code, Is.EqualTo(ExitCode.Usage));
    }

    [Test]
    public void A_file_that_is_not_there_is_named()
    {
        var (code, _, errors) = CommandLine.Run("run", "nowhere.cs");

        Assert.That(errors, Does.StartWith("There is no file nowhere.cs."));
        Assert.That(code, Is.EqualTo(ExitCode.Usage));
    }

    // The marks are written ^ here.
    [TestCase("noise^begins\nabc\r\n^0 3\nPowering off.\n", "abc\n", 3)]
    [TestCase("^begins\nabc^2 134\n", "abc", 134)]
    [TestCase("^begins\nabc", "abc", null)]
    public void The_programs_output_is_between_the_marks(string console, string expected, int? status)
    {
        foreach (int size in (int[])[1, 3, 1000])
        {
            var heard = new List<byte>();
            var output = new RunOutput(piece => heard.AddRange(piece.ToArray()), plainLines: true);
            foreach (byte[] piece in Encoding.UTF8.GetBytes(console.Replace('^', '\u001E')).Chunk(size))
                output.Write(piece);
            Assert.That(Encoding.UTF8.GetString([.. heard]), Is.EqualTo(expected));
            Assert.That(output.Status, Is.EqualTo(status));
        }
    }

    private string Write(string name, string contents)
    {
        string path = Path.Combine(_folder, name);
        File.WriteAllText(path, contents);
        return path;
    }
}
