using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json;
using Merriwig.Vfs;
using NUnit.Framework;

namespace Merriwig.Tests;

/// <summary>The list of mounts as JSON: what .NET reads from it is what was added.</summary>
public sealed class MountListTests
{
    [TestCase("[]")]
    [TestCase("[\"\"]", "")]
    [TestCase("[\"/a\"]", "/a")]
    [TestCase("[\"/a\",\"/b\",\"\"]", "/a", "/b", "")]
    [TestCase("[\"/a\\\"b\\\\c\"]", "/a\"b\\c")]
    [TestCase("[\"/\\u0000\\u0009\\u000a\\u001f \u007F\"]", "/\0\t\n\u001F \u007F")]
    [TestCase("[\"/é€😀\"]", "/é€😀")]
    public void Writes(string expected, params string[] paths) => Assert.That(Write(paths), Is.EqualTo(expected));

    /// <summary>Lists at random, with many of the characters that are special.</summary>
    [Test]
    public void IsReadBack([Range(1, 20)] int seed)
    {
        string[] characters = [.. Enumerable.Range(0, 128).Select(code => $"{(char)code}"), "\"", "\\", "\"", "\\", "é", "\u2028", "€", "😀"];
        var random = new Random(seed);
        for (int i = 0; i < 100; i++)
        {
            string[] paths = [.. Enumerable.Range(0, random.Next(6)).Select(_ => string.Concat(random.GetItems(characters, random.Next(30))))];
            Assert.That(JsonSerializer.Deserialize<string[]>(Write(paths)), Is.EqualTo(paths));
        }
    }

    /// <summary>A buffer that is too short holds the beginning, and the length is that of the whole.</summary>
    [Test]
    public void StopsAtTheBuffersEnd()
    {
        const string whole = "[\"/a\\\"\",\"/b\\u0001\"]";
        for (int room = 0; room <= whole.Length; room++)
        {
            byte[] buffer = new byte[room];
            Assert.That(Write(buffer, ["/a\"", "/b\u0001"]), Is.EqualTo(whole.Length));
            Assert.That(Encoding.UTF8.GetString(buffer), Is.EqualTo(whole[..room]));
        }
    }

    private static string Write(IReadOnlyList<string> paths)
    {
        byte[] buffer = new byte[Write(default, paths)];
        Assert.That(Write(buffer, paths), Is.EqualTo(buffer.Length));
        return Encoding.UTF8.GetString(buffer);
    }

    private static int Write(Span<byte> buffer, IReadOnlyList<string> paths)
    {
        var list = new MountList(buffer);
        foreach (string path in paths)
            list.Add(Encoding.UTF8.GetBytes(path));
        return list.End();
    }
}
