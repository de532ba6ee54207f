using Euralios.Programs.Edit;

namespace Euralios.Programs.Tests.Edit;

/// <summary>The piece table beside an array that does the same.</summary>
internal sealed class TextBufferTests
{
    [Test]
    public void A_text_is_what_an_array_is([Range(1, 20)] int seed)
    {
        var random = new Random(seed);
        byte[] model = Bytes(random, random.Next(200));
        var text = new TextBuffer([.. model]);
        var kept = new List<(Piece? Root, byte[] Bytes)>();
        for (int i = 0; i < 400; i++)
        {
            int start = random.Next(model.Length + 1);
            int removed = random.Next(3) == 0 ? random.Next(Math.Min(model.Length - start, 60) + 1) : 0;
            byte[] added = Bytes(random, random.Next(12));
            text.Delete(start, removed);
            text.Insert(start, added);
            model = [.. model[..start], .. added, .. model[(start + removed)..]];
            Check(text, model, random);
            if (i % 20 == 0)
                kept.Add((text.Root, model));
        }

        // Texts that were kept are as they were.
        foreach ((Piece? root, byte[] bytes) in kept)
        {
            text.Root = root;
            Check(text, bytes, random);
        }
    }

    [TestCase("", 1, false)]
    [TestCase("a", 1, false)]
    [TestCase("a\n", 2, false)]
    [TestCase("\n\n", 3, false)]
    [TestCase("a\r\nb\n", 3, true)]
    [TestCase("a\nb\r\n", 3, false)]
    [TestCase("a\rb", 1, false)]
    public void Lines_are_counted(string contents, int lines, bool hasCarriageReturns)
    {
        var text = new TextBuffer(System.Text.Encoding.UTF8.GetBytes(contents));
        Assert.That(text.LineCount, Is.EqualTo(lines));
        Assert.That(text.HasCarriageReturns, Is.EqualTo(hasCarriageReturns));
    }

    [Test]
    public void What_is_typed_in_one_go_is_one_piece()
    {
        var text = new TextBuffer("ab"u8.ToArray());
        for (int i = 0; i < 1000; i++)
            text.Insert(1 + i, "x"u8);
        Assert.That(Nodes(text.Root), Is.EqualTo(3));
    }

    /// <summary>Cuts at one place after the other, and at places by chance: the worst that a person and a machine can do.</summary>
    [TestCase(false)]
    [TestCase(true)]
    public void The_tree_stays_shallow(bool inOrder)
    {
        var random = new Random(1);
        var text = new TextBuffer(new byte[1 << 20]);
        for (int i = 0; i < 20_000; i++)
            text.Insert(inOrder ? i * 3 : random.Next(text.Length), "x"u8);
        Assert.That(Nodes(text.Root), Is.GreaterThan(30_000));
        Assert.That(Depth(text.Root), Is.LessThan(60));
    }

    private static byte[] Bytes(Random random, int length)
    {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++)
            bytes[i] = "ab \r\n"u8[random.Next(5)];
        return bytes;
    }

    private static void Check(TextBuffer text, byte[] model, Random random)
    {
        Assert.That(text.Length, Is.EqualTo(model.Length));
        Assert.That(text.ToArray(0, text.Length).AsSpan().SequenceEqual(model), Is.True);
        List<int> starts = [0];
        for (int i = 0; i < model.Length; i++)
        {
            if (model[i] == '\n')
                starts.Add(i + 1);
        }

        Assert.That(text.LineCount, Is.EqualTo(starts.Count));
        int line = random.Next(starts.Count);
        Assert.That(text.LineStart(line), Is.EqualTo(starts[line]));
        int end = line + 1 < starts.Count ? starts[line + 1] - 1 : model.Length;
        if (line + 1 < starts.Count && end > starts[line] && model[end - 1] == '\r')
            end--;
        Assert.That(text.LineEnd(line), Is.EqualTo(end));
        Assert.That(text.LineStart(starts.Count), Is.EqualTo(model.Length));
        int place = random.Next(model.Length + 1);
        Assert.That(text.LineAt(place), Is.EqualTo(starts.FindLastIndex(start => start <= place)));
        if (place < model.Length)
            Assert.That(text[place], Is.EqualTo(model[place]));
    }

    private static int Nodes(Piece? root) => root is null ? 0 : 1 + Nodes(root.Before) + Nodes(root.Behind);

    private static int Depth(Piece? root) => root is null ? 0 : 1 + Math.Max(Depth(root.Before), Depth(root.Behind));
}
