using Euralios.Shell;

namespace Euralios.Programs.Tests;

internal sealed class ExpanderTests
{
    [TestCase("echo a b", "echo|a|b")]
    [TestCase("~ ~/x '~' a~ ~x", "/home|/home/x|~|a~|~x")]
    [TestCase("$A \"$A\" '$A'", "one|one|$A")]
    [TestCase("x${A}y", "xoney")]
    [TestCase("$LIST", "a|b|c")]
    [TestCase("\"$LIST\"", "a b  c")]
    [TestCase("x$LIST.y", "xa|b|c.y")]
    [TestCase("$NONE", "")]
    [TestCase("\"$NONE\" ''", "|")]
    [TestCase("a$NONE", "a")]
    [TestCase("$? $#", "3|2")]
    [TestCase("$1 $2 \"$2\" $3", "first|second|word|second word")]
    [TestCase("\"$@\"", "first|second word")]
    [TestCase("$@", "first|second|word")]
    [TestCase("\"$*\"", "first second word")]
    [TestCase("*.txt", "a.txt|b.txt")]
    [TestCase("'*'.txt \\*.txt \"*.txt\"", "*.txt|*.txt|*.txt")]
    [TestCase("*.none", "*.none")]
    [TestCase("?.txt [b-z].txt [!b-z].txt", "a.txt|b.txt|b.txt|a.txt")]
    [TestCase("sub/*", "sub/x|sub/y")]
    [TestCase("*/x", "sub/x")]
    [TestCase("*/", "sub/")]
    [TestCase("/d*/*", "/dir/z")]
    [TestCase("sub/[x", "sub/[x")]
    [TestCase(".*", ".hidden")]
    [TestCase("$STAR", "a.txt|b.txt")]
    [TestCase("\"$STAR\"", "*.txt")]
    [TestCase("we\\ ird*", "we ird")]
    public void Words_become_words(string text, string expected)
    {
        List<AndOrList> lists = Parser.Parse(text, out SyntaxError? error);
        Assert.That(error?.Message, Is.Null);
        List<string> words = new Expander(new Source()).Expand(lists[0].Pipelines[0].Pipeline.Commands[0].Words);
        Assert.That(string.Join('|', words), Is.EqualTo(expected));
    }

    [TestCase("V=$LIST", "a b  c")]
    [TestCase("V=*.txt", "*.txt")]
    [TestCase("V=~/x", "/home/x")]
    [TestCase("V='a'\"$A\"$NONE", "aone")]
    public void A_value_stays_one(string text, string expected)
    {
        Assignment assignment = Parser.Parse(text, out _)[0].Pipelines[0].Pipeline.Commands[0].Assignments[0];
        Assert.That(new Expander(new Source()).ExpandToText(assignment.Value), Is.EqualTo(expected));
    }

    [TestCase("*", "abc", true)]
    [TestCase("*", "", true)]
    [TestCase("*", ".abc", false)]
    [TestCase(".*", ".abc", true)]
    [TestCase("a*c", "abbbc", true)]
    [TestCase("a*c", "ac", true)]
    [TestCase("a*c", "acb", false)]
    [TestCase("*a*b*", "xxaxxbxx", true)]
    [TestCase("a?c", "abc", true)]
    [TestCase("a?c", "ac", false)]
    [TestCase("[abc]", "b", true)]
    [TestCase("[a-c]x", "cx", true)]
    [TestCase("[^a-c]", "d", true)]
    [TestCase("[!a-c]", "a", false)]
    [TestCase("[]]", "]", true)]
    [TestCase("[a-]", "-", true)]
    [TestCase("[a", "[a", true)]
    [TestCase("\\*", "*", true)]
    [TestCase("\\*", "a", false)]
    [TestCase("[\\]]", "]", true)]
    public void A_pattern_describes_a_name(string pattern, string name, bool expected) =>
        Assert.That(Glob.IsMatch(pattern, name), Is.EqualTo(expected));

    [Test]
    [CancelAfter(5000)]
    public void A_pattern_of_stars_takes_no_age() => Assert.That(Glob.IsMatch(string.Concat(Enumerable.Repeat("*a", 30)) + "b", new string('a', 200)), Is.False);

    private sealed class Source : IExpansionSource
    {
        private static readonly Dictionary<string, string> Variables = new()
        {
            ["HOME"] = "/home", ["A"] = "one", ["LIST"] = "a b  c", ["?"] = "3", ["#"] = "2", ["1"] = "first", ["2"] = "second word", ["STAR"] = "*.txt",
        };

        public List<string> Arguments => ["first", "second word"];

        public string? GetVariable(string name) => Variables.GetValueOrDefault(name);

        public bool TryList(string directory, out List<ListedName> names)
        {
            names = directory switch
            {
                "" => [new("b.txt", false), new("a.txt", false), new("sub", true), new(".hidden", false), new("we ird", false)],
                "sub/" => [new("y", false), new("x", false)],
                "/" => [new("dir", true)],
                "/dir/" => [new("z", false)],
                _ => [],
            };
            return names.Count > 0;
        }
    }
}
