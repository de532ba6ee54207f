using System.Text;
using Euralios.Grader.Tracing;

namespace Euralios.Grader.Tests.Tracing;

/// <summary>The language of expectation files. Lines are separated by <c>|</c> here, so that a table can hold them.</summary>
[TestFixture]
public sealed class ExpectationTests
{
    [TestCase("a.b|c.d", "a.b|c.d", "")]
    [TestCase("# why||  a.b|", "a.b", "")]
    [TestCase("a.b x={x}", "a.b x=12", "x=12")]
    [TestCase("a.b x={x:hex} y={x:hex}", "a.b x=0x1f y=0x1f", "x=0x1f")]
    [TestCase("a.b x={x:dec}|c.d y={x}", "a.b x=7|c.d y=7", "x=7")]
    [TestCase("a.b x={_} y={_}", "a.b x=1 y=2", "")]
    [TestCase("a.b {x}-{x}", "a.b 1-2-1-2", "x=1-2")]
    [TestCase("\\{x\\}|\\!no|\\#no|\\...", "{x}|!no|#no|...", "")]
    [TestCase("a.b|...|c.d", "a.b|x.y|c.d", "")]
    [TestCase("a.b|...|c.d", "a.b|c.d", "")]
    [TestCase("...|c.d|...", "a.b|c.d|x.y", "")]
    [TestCase("!x.y|c.d", "a.b|c.d", "")]
    [TestCase("!x.y|c.d|...", "c.d|x.y", "")]
    [TestCase("any order|a.b|c.d|end|e.f", "c.d|a.b|e.f", "")]
    [TestCase("...|any order|a.b|c.d|end", "a.b|x.y|c.d|a.b", "")]
    [TestCase("any order|a.b|...|c.d|end", "c.d|x.y|a.b", "")]
    // The first pattern must leave the line that only the second can take.
    [TestCase("any order|t {x}|t 1|end", "t 1|t 2", "x=2")]
    // Captures decide between lines that look alike: only the second begin has an end.
    [TestCase("...|t.begin id={i}|t.end id={i}", "t.begin id=1|t.begin id=2|t.end id=2", "i=2")]
    [TestCase("any order|p id={i}|q id={j}|end|r {i} {j}", "q id=1|p id=2|r 2 1", "i=2,j=1")]
    public void What_matches(string pattern, string lines, string captures)
    {
        var result = Match(pattern, lines);
        Assert.That(result.Mismatch?.Summary, Is.Null);
        Assert.That(string.Join(',', result.Captures.OrderBy(capture => capture.Key).Select(capture => $"{capture.Key}={capture.Value}")), Is.EqualTo(captures));
    }

    [TestCase("a.b", "", "expected `a.b`, but the output ends")]
    [TestCase("a.b", "a.b|c.d", "expected the end, but line 2 is `c.d`")]
    [TestCase("a.b|c.d", "a.b|x.y|c.d", "expected `c.d`, but line 2 is `x.y`")]
    [TestCase("a.b", "a.b ", "expected `a.b`, but line 1 is `a.b `")]
    [TestCase("a.b x={x:hex}", "a.b x=12", "expected `a.b x={x:hex}`, but line 1 is `a.b x=12`")]
    [TestCase("a.b x={x:dec}", "a.b x=1f", "expected `a.b x={x:dec}`, but line 1 is `a.b x=1f`")]
    [TestCase("a.b x={x}", "a.b x=1 2", "expected `a.b x={x}`, but line 1 is `a.b x=1 2`")]
    [TestCase("a.b x={x}", "a.b x=", "expected `a.b x={x}`, but line 1 is `a.b x=`")]
    [TestCase("a.b x={x}|c.d x={x}", "a.b x=1|c.d x=2", "expected `c.d x={x}`, but line 2 is `c.d x=2`")]
    [TestCase("...|c.d x=1", "a.b|c.d x=2|e.f", "expected `c.d x=1` somewhere, but line 2 is `c.d x=2`")]
    [TestCase("...|c.d x=1", "a.b|e.f", "expected `c.d x=1` somewhere, but the output ends")]
    [TestCase("...|c.d x={x}-1", "a.b|c.d x=2|e.f", "expected `c.d x={x}-1` somewhere, but line 2 is `c.d x=2`")]
    [TestCase("!x.y|c.d", "a.b|x.y|c.d", "`x.y` must not come here, but line 2 is `x.y`")]
    [TestCase("a.b|!x.y|!x.z", "a.b|c.d|x.z", "`x.z` must not come here, but line 3 is `x.z`")]
    [TestCase("!x.y|any order|a.b|...|c.d|end", "x.y|a.b|c.d", "`x.y` must not come here, but line 1 is `x.y`")]
    [TestCase("any order|a.b|c.d|end", "a.b|a.b", "expected `c.d`, but line 2 is `a.b`")]
    [TestCase("any order|a.b|c.d|end", "a.b|x.y|c.d", "expected `c.d`, but line 2 is `x.y`")]
    [TestCase("any order|a.b|c.d|end", "x.y", "expected `a.b` or another of 2 in any order, but line 1 is `x.y`")]
    public void What_does_not_match(string pattern, string lines, string summary) =>
        Assert.That(Match(pattern, lines).Mismatch?.Summary, Is.EqualTo(summary));

    [TestCase("", "f(1): expected at least one pattern")]
    [TestCase("# only words", "f(1): expected at least one pattern")]
    [TestCase("a.b|{x", "f(2): expected `}` after `{`; a literal brace is written `\\{`")]
    [TestCase("{x:oct}", "f(1): expected `hex` or `dec` after the colon, found `oct`")]
    [TestCase("{1x}", "f(1): expected a name of letters, digits and `_` in `{1x}`; a literal brace is written `\\{`")]
    [TestCase("a\\", "f(1): expected a character after `\\`")]
    [TestCase("!", "f(1): expected a pattern after `!`")]
    [TestCase("end", "f(1): expected `any order` before this `end`")]
    [TestCase("a.b|any order|a.b", "f(2): expected `end` for this `any order`")]
    [TestCase("any order|end", "f(2): expected a pattern between `any order` and `end`")]
    [TestCase("any order|any order", "f(2): expected `end` of the `any order` block before another begins")]
    [TestCase("any order|!a.b|end", "f(2): expected a pattern; `!` stands before or after an `any order` block, not inside")]
    public void Malformed_files_say_where(string pattern, string message) =>
        Assert.That(() => Parse(pattern), Throws.TypeOf<TraceFormatException>().With.Message.EqualTo(message));

    [Test]
    public void A_mismatch_shows_two_lines_around_and_the_captures()
    {
        var mismatch = Match("a.b x={x}|...|c.d x={x}|e.f|g.h", "a.b x=1|q.r|c.d x=1|\u001bf|g.h|i.j|k.l").Mismatch!;
        Assert.That(mismatch.Render(), Is.EqualTo(new[]
        {
            "      2  q.r",
            "      3  c.d x=1",
            ">     4  \\x1bf",
            "      5  g.h",
            "      6  i.j",
            "expected: e.f    f(4)",
            "actual:   \\x1bf",
            "where x = 1",
        }));
    }

    [Test]
    public void Rendered_lines_are_at_most_160_columns_wide() =>
        Assert.That(Match("a", new string('\x1b', 4000)).Mismatch!.Render().Max(line => line.Length), Is.EqualTo(160));

    [Test]
    public void The_seed_is_bound_beforehand()
    {
        var seed = new Dictionary<string, string> { ["seed"] = "ff" };
        Assert.Multiple(() =>
        {
            Assert.That(Parse("a.b seed=0x{seed}").Match(Lines("a.b seed=0xff"), seed).Mismatch, Is.Null);
            Assert.That(Parse("a.b seed=0x{seed}").Match(Lines("a.b seed=0xfe"), seed).Mismatch, Is.Not.Null);
        });
    }

    [Test]
    public void A_search_without_hope_ends()
    {
        var pattern = string.Join('|', Enumerable.Range(0, 40).Select(index => $"...|a {{x{index}}}")) + "|...|never";
        var mismatch = Match(pattern, string.Join('|', Enumerable.Range(0, 200).Select(index => $"a {index}"))).Mismatch!;
        Assert.That(mismatch.GaveUp);
    }

    [Test]
    public void A_console_has_its_blank_lines_and_line_ends_taken_off() =>
        Assert.That(TextLine.Of("hello \r\n\r\n  you"u8), Is.EqualTo(new TextLine[] { new(1, "hello"), new(3, "  you") }));

    private static Expectation Parse(string pattern) => Expectation.Parse("f", pattern.Replace('|', '\n'));

    private static IReadOnlyList<TextLine> Lines(string lines) => TextLine.Of(Trace.Parse(Encoding.Latin1.GetBytes(lines.Replace('|', '\n') + "\n")));

    private static MatchResult Match(string pattern, string lines) => Parse(pattern).Match(Lines(lines));
}
