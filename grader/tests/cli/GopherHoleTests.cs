using Euralios.Grader.Cli.Gopher;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Tests.Cli;

/// <summary>What the kit's gopher server says.</summary>
internal sealed class GopherHoleTests
{
    private readonly GopherHole _hole = new(Toolchain.RepositoryRoot, "host", 70);

    [Test]
    public void Every_link_of_every_menu_leads_to_something()
    {
        var open = new Queue<string>([""]);
        HashSet<string> seen = [""];
        while (open.TryDequeue(out string? selector))
        {
            string answer = _hole.Answer(selector);
            Assert.That(answer, Does.EndWith("\r\n.\r\n").And.Not.StartWith("3"), selector);
            foreach (string[] fields in Items(answer).Where(fields => fields[0][0] is '0' or '1' && fields.Length == 4))
            {
                Assert.That(fields[2..], Is.EqualTo(new[] { "host", "70" }));
                if (!seen.Add(fields[1]))
                    continue;
                if (fields[0][0] == '1')
                    open.Enqueue(fields[1]);
                else
                    Assert.That(_hole.Answer(fields[1]), Does.EndWith(".\r\n").And.Not.StartWith("3"), fields[1]);
            }
        }

        Assert.That(seen, Does.Contain("/handouts/protocols.md").And.Contain("/about.txt"));
    }

    [Test]
    public void A_search_finds_documents_by_words_in_a_line()
    {
        string answer = _hole.Answer("/search\tmessage PROCESS");
        Assert.That(answer, Does.Contain("\t/card.txt\thost\t70\r\n"));
        Assert.That(_hole.Answer("/search\tno such words anywhere"), Does.StartWith("i0 documents"));
        Assert.That(_hole.Answer("/search"), Does.StartWith("i0 documents"));
    }

    [TestCase("/../README.md")]
    [TestCase("/handouts/../../global.json")]
    [TestCase("/etc/passwd")]
    [TestCase("start")]
    public void Nothing_else_is_served(string selector) => Assert.That(_hole.Answer(selector), Does.StartWith("3There is nothing"));

    private static IEnumerable<string[]> Items(string menu) => menu.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'));
}
