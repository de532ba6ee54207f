using Euralios.Shell;

namespace Euralios.Programs.Tests;

internal sealed class ParserTests
{
    [TestCase("", "")]
    [TestCase("  # nothing", "")]
    [TestCase("ls", "ls")]
    [TestCase("ls -l  /bin\t# all", "ls -l /bin")]
    [TestCase("a#b", "a#b")]
    [TestCase("echo 'a b' \"c d\" e\\ f", "echo [a b] [c d] e[ ]f")]
    [TestCase("echo a'b'c\"d\"", "echo a[b]c[d]")]
    [TestCase("echo '' \"\"", "echo [] []")]
    [TestCase("""echo "a\"b\\c\$d\e" """, """echo [a"b\c$d\e]""")]
    [TestCase("echo '$A' \"$A\" $A ${A}b $? $1 $10", "echo [$A] [][$A] {$A} {$A}b {$?} {$1} {$1}0")]
    [TestCase("echo $ a$ \\$A $/", "echo $ a$ [$]A $/")]
    [TestCase("a | b |c", "a | b | c")]
    [TestCase("a|\n b", "a | b")]
    [TestCase("a && b || ! c", "a && b || ! c")]
    [TestCase("! ! a", "a")]
    [TestCase("a ; b & c\nd", "a ; b & ; c ; d")]
    [TestCase("a;", "a")]
    [TestCase("a &", "a &")]
    [TestCase("a < f > g >>h", "a <f >g >>h")]
    [TestCase("> f", ">f")]
    [TestCase("a 1> f 0<g", "a >f <g")]
    [TestCase("a2>f", "a2 >f")]
    [TestCase("a '2'>f", "a [2] >f")]
    [TestCase("A=1 B='x y' c D=2", "A:=1 B:=[x y] c D=2")]
    [TestCase("A=", "A:=")]
    [TestCase("A=$B'c'", "A:={$B}[c]")]
    [TestCase("1A=2 'A'=3", "1A=2 [A]=3")]
    [TestCase("a\\\nb c", "ab c")]
    public void A_right_text(string text, string expected)
    {
        List<AndOrList> lists = Parser.Parse(text, out SyntaxError? error);
        Assert.That(error?.Message, Is.Null);
        Assert.That(TreeText.Of(lists), Is.EqualTo(expected));
    }

    // Text; the message's beginning; where; whether more text could mend it.
    [TestCase("a 'b", "the quote ' is not closed", 2, true)]
    [TestCase("a \"b", "the quote \" is not closed", 2, true)]
    [TestCase("a \\", "nothing follows the '\\'", 2, true)]
    [TestCase("a |", "a command is missing at the end", 3, true)]
    [TestCase("a &&", "a command is missing at the end", 4, true)]
    [TestCase("a || \n", "a command is missing at the end", 6, true)]
    [TestCase("${A", "the '${' is not closed", 0, true)]
    [TestCase("| a", "unexpected '|'", 0, false)]
    [TestCase("a ; ; b", "unexpected ';'", 4, false)]
    [TestCase("a | ; b", "unexpected ';'", 4, false)]
    [TestCase("a ;; b", "';;' is not supported", 2, false)]
    [TestCase("& a", "unexpected '&'", 0, false)]
    [TestCase("a & && b", "unexpected '&&'", 4, false)]
    [TestCase("a >", "a file's name is missing after '>'", 2, false)]
    [TestCase("a > | b", "a file's name is missing after '>'", 2, false)]
    [TestCase("a 2> f", "'2>' is not supported: a program has", 2, false)]
    [TestCase("a 2>&1", "'2>' is not supported: a program has", 2, false)]
    [TestCase("a >&2", "'>&' is not supported: a program has", 2, false)]
    [TestCase("a &> f", "'&>' is not supported: a program has", 2, false)]
    [TestCase("a << E", "'<<' is not supported", 2, false)]
    [TestCase("(a)", "'(' is not supported", 0, false)]
    [TestCase("a $(b)", "'$(' is not supported", 2, false)]
    [TestCase("a `b`", "'`' is not supported", 2, false)]
    [TestCase("a ${b-c}", "between '${' and '}' only a name may stand", 2, false)]
    public void A_wrong_text(string text, string message, int position, bool isIncomplete)
    {
        Parser.Parse(text, out SyntaxError? error);
        Assert.That(error, Is.Not.Null);
        Assert.That(error!.Message, Does.StartWith(message));
        Assert.That((error.Position, error.IsIncomplete), Is.EqualTo((position, isIncomplete)));
    }

    [Test]
    public void A_pipeline_has_a_greatest_length()
    {
        Parser.Parse(string.Join('|', Enumerable.Repeat("a", Parser.LongestPipeline)), out SyntaxError? error);
        Assert.That(error, Is.Null);
        Parser.Parse("b; " + string.Join('|', Enumerable.Repeat("a", Parser.LongestPipeline + 1)), out error);
        Assert.That((error?.Message, error?.Position), Is.EqualTo(("a pipeline has at most 31 commands", 3)));
    }

    [Test]
    public void A_job_knows_its_text()
    {
        List<AndOrList> lists = Parser.Parse("sleep 5 & a |  b && c ;d", out _);
        Assert.That(lists.Select(list => list.Text), Is.EqualTo(new[] { "sleep 5", "a |  b && c", "d" }));
    }

    [Test]
    public void Nothing_that_is_typed_breaks_the_parser()
    {
        var random = new Random(5);
        const string Characters = "ab $'\"\\|&;<>!#{}()=12~*?[]\n";
        for (int i = 0; i < 20_000; i++)
        {
            string text = string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Characters[random.Next(Characters.Length)]));
            Parser.Parse(text, out SyntaxError? error);
            Assert.That(error?.Position ?? 0, Is.InRange(0, text.Length), text);
        }
    }
}
