using Euralios.Grader.Result;
using NUnit.Framework;

namespace Euralios.Grader.Tests.Result;

/// <summary>The table that an instructor opens in a spreadsheet.</summary>
internal sealed class ClassTableTests
{
    private static readonly string[] Labs = ["01-boot-serial", "06-frame-allocator"];

    [Test]
    public void A_row_has_the_points_of_each_lab_and_their_sum() => Assert.That(
        ClassTable.Text(Labs, [Document("ada", ("01-boot-serial", 100), ("06-frame-allocator", 35)), Document("bob", ("06-frame-allocator", 0))]),
        Is.EqualTo("submission,01-boot-serial,06-frame-allocator,total\nada,100,35,135\nbob,,0,0\n"));

    [TestCase("=cmd()", "'=cmd()")]
    [TestCase("+1", "'+1")]
    [TestCase("-1", "'-1")]
    [TestCase("@sum", "'@sum")]
    public void A_name_that_a_spreadsheet_would_run_is_text(string name, string written)
    {
        var row = ClassTable.Text(Labs, [Document(name)]).Split('\n')[1];

        Assert.That(row.Replace("\"", "", StringComparison.Ordinal), Does.StartWith(written + ","));
    }

    [Test]
    public void A_name_cannot_add_a_column_or_a_row()
    {
        var text = ClassTable.Text(Labs, [Document("a,100\nb\"")]);

        Assert.That(text, Does.EndWith("\n\"a,100\nb\"\"\",,,0\n"));
    }

    private static ResultsDocument Document(string name, params (string Lab, int Points)[] labs) => new(
        ResultsFile.Schema, name, new Dictionary<string, string>(),
        [.. labs.Select(lab => new LabResult(lab.Lab, name, "", lab.Points, 100, "", []))]);
}
