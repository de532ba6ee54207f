using System.Text;
using Euralios.Grader.Result;
using NJsonSchema;
using NUnit.Framework;

namespace Euralios.Grader.Tests.Result;

/// <summary>The bytes of <c>results.json</c>, and that they are what the schema promises.</summary>
internal sealed class ResultsFileTests
{
    private static readonly LabResult Failed = new(
        "06-frame-allocator", "ada", "000102030405060708090a0b0c0d0e0f", 60, 100, "1 of 2 checks passed",
        [
            new("unique", "6.1", "Frames are unique", Outcome.Passed, 60, 60, "", [], null, null),
            new("returns", "6.2", "A freed frame comes back", Outcome.Failed, 0, 40, "expected <1>, \"actual\" 2",
                ["input: \u001b[31m", "ünïcode"], "look at the bit", "./kit lab 06 --check returns"),
        ]);

    private static readonly Dictionary<string, string> Tools = new()
    {
        ["csc"] = "5.0.0", ["grader"] = "1.0.0", ["ilc"] = "10.0.14", ["lld"] = "14.0.6", ["qemu"] = "7.2.22",
    };

    private static ResultsDocument Document => new(ResultsFile.Schema, "ada", Tools, [Failed]);

    [Test]
    public void The_bytes_are_these() => Assert.That(ResultsFile.Text(Document), Is.EqualTo("""
        {
          "$schema": "euralios-labs/results/v1",
          "submission": "ada",
          "tools": {
            "csc": "5.0.0",
            "grader": "1.0.0",
            "ilc": "10.0.14",
            "lld": "14.0.6",
            "qemu": "7.2.22"
          },
          "labs": [
            {
              "lab": "06-frame-allocator",
              "submission": "ada",
              "seed": "000102030405060708090a0b0c0d0e0f",
              "points": 60,
              "maximumPoints": 100,
              "summary": "1 of 2 checks passed",
              "checks": [
                {
                  "check": "unique",
                  "task": "6.1",
                  "title": "Frames are unique",
                  "outcome": "passed",
                  "points": 60,
                  "maximumPoints": 60,
                  "reason": "",
                  "details": [],
                  "hint": null,
                  "repeat": null
                },
                {
                  "check": "returns",
                  "task": "6.2",
                  "title": "A freed frame comes back",
                  "outcome": "failed",
                  "points": 0,
                  "maximumPoints": 40,
                  "reason": "expected <1>, \"actual\" 2",
                  "details": [
                    "input: \u001B[31m",
                    "ünïcode"
                  ],
                  "hint": "look at the bit",
                  "repeat": "./kit lab 06 --check returns"
                }
              ]
            }
          ]
        }

        """.ReplaceLineEndings("\n")));

    [Test]
    public async Task The_schema_accepts_them() => Assert.That(await ErrorsAsync(ResultsFile.Text(Document)), Is.Empty);

    [TestCase("\"points\": 60", "\"points\": \"60\"")]
    [TestCase("\"points\": 60", "\"points\": 60, \"duration\": 1.5")]
    [TestCase("\"submission\": \"ada\",\n  \"tools\"", "\"submission\": \"ada\",\n  \"when\": \"today\",\n  \"tools\"")]
    [TestCase("\"outcome\": \"passed\"", "\"outcome\": \"Passed\"")]
    [TestCase("\"hint\": null,", "")]
    [TestCase("results/v1", "results/v2")]
    [TestCase("000102", "xx0102")]
    [TestCase("\"qemu\": \"7.2.22\"", "\"qemu\": \"\"")]
    public async Task The_schema_refuses_anything_else(string find, string replace)
    {
        var text = ResultsFile.Text(Document);
        Assume.That(text, Does.Contain(find));

        Assert.That(await ErrorsAsync(text.Replace(find, replace, StringComparison.Ordinal)), Is.Not.Empty);
    }

    [Test]
    public void The_tools_of_this_machine_have_the_names_of_the_schema() =>
        Assert.That(ToolVersions.Read().Keys, Is.EqualTo(["csc", "grader", "ilc", "lld", "qemu"]));

    [Test]
    public void A_file_is_replaced_whole_and_nothing_is_left_beside_it()
    {
        var folder = Directory.CreateTempSubdirectory("results-").FullName;
        try
        {
            var path = Path.Combine(folder, "results.json");
            ResultsFile.WriteAtomically(path, "a longer text that was there before");
            ResultsFile.WriteAtomically(path, "ü");

            Assert.That(File.ReadAllBytes(path), Is.EqualTo(Encoding.UTF8.GetBytes("ü")));
            Assert.That(Directory.GetFiles(folder), Has.Length.EqualTo(1));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<IEnumerable<string>> ErrorsAsync(string json)
    {
        var path = Path.Combine(Sdk.Build.Toolchain.RepositoryRoot, "grader", "result", "results-v1.schema.json");
        var schema = await JsonSchema.FromFileAsync(path);
        return schema.Validate(json).Select(error => error.ToString());
    }
}
