using Euralios.Programs.Edit;

namespace Euralios.Programs.Tests.Edit;

internal sealed class TextSearchTests
{
    [TestCase("one two one", "one", 0, 0)]
    [TestCase("one two one", "one", 1, 8)]
    [TestCase("one two one", "one", 9, -1)]
    [TestCase("One two", "one", 0, 0)]
    [TestCase("one two", "One", 0, -1)]
    [TestCase("straße", "ß", 0, 4)]
    [TestCase("abc", "", 0, -1)]
    [TestCase("abc", "abcd", 0, -1)]
    public void Forward(string text, string pattern, int from, int expected) =>
        Assert.That(Search(pattern).Next(Text(text), from), Is.EqualTo(expected));

    [TestCase("one two one", "one", 11, 8)]
    [TestCase("one two one", "one", 8, 0)]
    [TestCase("one two one", "one", 0, -1)]
    [TestCase("ONE", "one", 3, 0)]
    [TestCase("aaa", "aa", 2, 1)]
    public void Back(string text, string pattern, int before, int expected) =>
        Assert.That(Search(pattern).Previous(Text(text), before), Is.EqualTo(expected));

    /// <summary>Texts that are longer than what is looked at in one go, and in many pieces.</summary>
    [Test]
    public void Every_match_of_a_long_text_is_found([Values(1, 2, 3)] int seed, [Values(1, 2, 5, 3000, 9000)] int length)
    {
        var random = new Random(seed);
        byte[] model = new byte[30_000];
        for (int i = 0; i < model.Length; i++)
            model[i] = (byte)('a' + random.Next(2));
        var text = new TextBuffer([]);
        for (int i = 0; i < model.Length; i += 100)
            text.Insert(text.Length, model.AsSpan(i, 100));
        byte[] pattern = model.AsSpan(random.Next(model.Length - length), length).ToArray();
        List<int> expected = [];
        for (int i = 0; i + length <= model.Length; i++)
        {
            if (model.AsSpan(i, length).SequenceEqual(pattern))
                expected.Add(i);
        }

        var search = new TextSearch(pattern);
        List<int> forward = [];
        for (int match = search.Next(text, 0); match >= 0; match = search.Next(text, match + 1))
            forward.Add(match);
        List<int> back = [];
        for (int match = search.Previous(text, text.Length); match >= 0; match = search.Previous(text, match))
            back.Insert(0, match);
        Assert.That(forward, Is.EqualTo(expected));
        Assert.That(back, Is.EqualTo(expected));
    }

    private static TextSearch Search(string pattern) => new(System.Text.Encoding.UTF8.GetBytes(pattern));

    private static TextBuffer Text(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}
