using System.Text.RegularExpressions;
using Euralios.Tools;

namespace Euralios.Programs.Tests;

internal sealed class PatternTests
{
    [TestCase("abc", "xabcx", true)]
    [TestCase("abc", "ab", false)]
    [TestCase("^abc$", "abc", true)]
    [TestCase("^b", "ab", false)]
    [TestCase("a$", "ab", false)]
    [TestCase("", "x", true)]
    [TestCase("a.c", "abc", true)]
    [TestCase("a\\.c", "abc", false)]
    [TestCase("ab*c", "ac", true)]
    [TestCase("ab+c", "ac", false)]
    [TestCase("ab?c", "abbc", false)]
    [TestCase("cat|dog", "hotdog", true)]
    [TestCase("^(a|b)*$", "abba", true)]
    [TestCase("^(a|b)*$", "abca", false)]
    [TestCase("[0-9]+", "x12", true)]
    [TestCase("[^0-9]", "12", false)]
    [TestCase("[]x]", "]", true)]
    public void A_pattern_is_found(string pattern, string line, bool expected)
    {
        Pattern? parsed = Pattern.Parse(pattern, ignoresCase: false, out string? error);
        Assert.That(error, Is.Null);
        Assert.That(parsed!.IsIn(line), Is.EqualTo(expected));
    }

    [TestCase("STRASSE", "strasse", true)]
    [TestCase("[A-C]x", "bX", true)]
    [TestCase("ä", "Ä", true)]
    public void Case_makes_no_difference(string pattern, string line, bool expected) =>
        Assert.That(Pattern.Parse(pattern, ignoresCase: true, out _)!.IsIn(line), Is.EqualTo(expected));

    [TestCase("(a", "there is a '(' without a ')'")]
    [TestCase("a)", "there is a ')' without a '('")]
    [TestCase("[a", "there is a '[' without a ']'")]
    [TestCase("*a", "nothing is before the '*'")]
    [TestCase("a|+", "nothing is before the '+'")]
    [TestCase("a\\", "nothing follows the '\\'")]
    [TestCase("[z-a]", "in '[z-a]' the first character is behind the last")]
    public void A_wrong_pattern_is_explained(string pattern, string message)
    {
        Assert.That(Pattern.Parse(pattern, ignoresCase: false, out string? error), Is.Null);
        Assert.That(error, Is.EqualTo(message));
    }

    [Test]
    public void Patterns_mean_what_they_mean_in_dotnet()
    {
        var random = new Random(3);
        for (int i = 0; i < 3000; i++)
        {
            string pattern = RandomPattern(random, 3);
            Pattern parsed = Pattern.Parse(pattern, ignoresCase: false, out _)!;
            var oracle = new Regex($"(?:{pattern})", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
            for (int j = 0; j < 10; j++)
            {
                string line = string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => "abc"[random.Next(3)]));
                Assert.That(parsed.IsIn(line), Is.EqualTo(oracle.IsMatch(line)), $"{pattern} in '{line}'");
            }
        }
    }

    [Test]
    [CancelAfter(5000)]
    public void No_pattern_takes_an_age() =>
        Assert.That(Pattern.Parse("(a*)*b", ignoresCase: false, out _)!.IsIn(new string('a', 2000)), Is.False);

    private static string RandomPattern(Random random, int depth) => random.Next(depth == 0 ? 4 : 9) switch
    {
        0 => "a",
        1 => "b",
        2 => ".",
        3 => "[a-b]",
        4 => $"({RandomPattern(random, depth - 1)})*",
        5 => $"({RandomPattern(random, depth - 1)})?",
        6 => $"({RandomPattern(random, depth - 1)}|{RandomPattern(random, depth - 1)})",
        7 => $"{RandomPattern(random, depth - 1)}{RandomPattern(random, depth - 1)}",
        _ => random.Next(2) == 0 ? $"^{RandomPattern(random, depth - 1)}" : $"{RandomPattern(random, depth - 1)}$",
    };
}
