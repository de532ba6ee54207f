using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using NUnit.Framework;

namespace Euralios.Std.Tests;

internal sealed class JsonTests
{
    [TestCase("", "malformed")]
    [TestCase("{}", "{ } end")]
    [TestCase(" [ ] ", "[ ] end")]
    [TestCase("[1,\"a\",true,false,null]", "[ 1 'a' true false null ] end")]
    [TestCase("{\"a\":1,\"b\":{\"c\":[]}}", "{ a: 1 b: { c: [ ] } } end")]
    [TestCase("[\"/a\",\"/b\",]", "[ '/a' '/b' ] end")]
    [TestCase("[1 2]", "[ 1 malformed")]
    [TestCase("[1", "[ 1 malformed")]
    [TestCase("{\"a\"}", "{ malformed")]
    [TestCase("{\"a\":}", "{ a: malformed")]
    [TestCase("{\"a\":1 \"b\":2}", "{ a: 1 malformed")]
    [TestCase("{1:2}", "{ malformed")]
    [TestCase("[}", "[ malformed")]
    [TestCase("{]", "{ malformed")]
    [TestCase("]", "malformed")]
    [TestCase("1 1", "1 malformed")]
    [TestCase("[\"a", "[ malformed")]
    [TestCase("[\"a\\\"", "[ malformed")]
    [TestCase("[tru]", "[ malformed")]
    [TestCase("[-]", "[ malformed")]
    [TestCase("[,1]", "[ malformed")]
    [TestCase("[\"a\nb\"]", "[ malformed")]
    public void Text_is_read_token_by_token(string json, string tokens) => Assert.That(Tokens(json), Is.EqualTo(tokens));

    [Test]
    public void Nothing_is_too_deep_to_be_refused() => Assert.That(Tokens(new string('[', 100)), Does.EndWith("[ malformed"));

    [TestCase("a\\n\\t\\\\\\\"\\/\\u00e9\\ud83d\\ude00", "a\n\t\\\"/é😀")]
    [TestCase("\\u12", "\uFFFD12")]
    [TestCase("\\x", "\uFFFD")]
    [TestCase("größer €😀", "größer €😀")]
    public void Escapes_are_resolved(string json, string text)
    {
        var reader = new JsonReader(Encoding.UTF8.GetBytes('"' + json + '"'));
        Assert.That(reader.Read(), Is.EqualTo(JsonToken.String));
        Assert.That(reader.Text, Is.EqualTo(text));
    }

    [TestCase("0", true, 0ul)]
    [TestCase("9223372036854775808", true, 1ul << 63)]
    [TestCase("99999999999999999999", false, 0ul)]
    [TestCase("-1", false, 0ul)]
    [TestCase("1.5", false, 0ul)]
    public void Whole_numbers_are_read(string json, bool isWhole, ulong expected)
    {
        var reader = new JsonReader(Encoding.UTF8.GetBytes(json));
        Assert.That(reader.Read(), Is.EqualTo(JsonToken.Number));
        Assert.That(reader.TryGetNumber(out ulong number), Is.EqualTo(isWhole));
        if (isWhole)
            Assert.That(number, Is.EqualTo(expected));
    }

    /// <summary>.NET's own reader understands what is written.</summary>
    [Test]
    public void What_is_written_is_json()
    {
        string[] names = ["a", "größer €😀", "quote\" back\\ \n\x01"];
        JsonWriter writer = new JsonWriter().StartObject().Name("numbers").StartArray().Number(0).Number(ulong.MaxValue).EndArray().Name("names").StartArray();
        foreach (string name in names)
            writer.StartObject().Name("name").String(name).EndObject();
        writer.EndArray().EndObject();
        using JsonDocument document = JsonDocument.Parse(writer.Bytes.ToArray());
        Assert.That(document.RootElement.GetProperty("numbers")[1].GetUInt64(), Is.EqualTo(ulong.MaxValue));
        for (int i = 0; i < names.Length; i++)
            Assert.That(document.RootElement.GetProperty("names")[i].GetProperty("name").GetString(), Is.EqualTo(names[i]));
    }

    [Test]
    public void A_listing_is_read_as_it_was_written()
    {
        var writer = new DirectoryWriter();
        writer.AddDirectory("bin");
        writer.AddDirectory("größe");
        writer.AddFile("a \"file\"", 123);
        Assert.That(DirectoryListing.TryParse(writer.Write("Test"), out DirectoryEntry[] entries), Is.True);
        Assert.That(entries.Length, Is.EqualTo(3));
        Assert.That((entries[1].Name, entries[1].IsDirectory), Is.EqualTo(("größe", true)));
        Assert.That((entries[2].Name, entries[2].IsDirectory, entries[2].Size), Is.EqualTo(("a \"file\"", false, 123ul)));
    }

    [TestCase("{\"short\":[1,{\"x\":2}],\"files\":[{\"size\":1,\"more\":[],\"name\":\"a\"}]}", "a")]
    [TestCase("{\"files\":[{\"name\":\"..\"},{\"name\":\"a/b\"},{\"name\":\"\"},{},{\"name\":\"c\"}]}", "c")]
    [TestCase("{\"files\":1,\"subdirs\":null}", "")]
    [TestCase("{\"files\":[1]}", null)]
    [TestCase("{\"files\":[{\"name\":\"a\"}", null)]
    [TestCase("{} {}", null)]
    [TestCase("[]", null)]
    public void A_strange_listing_is_read_or_refused(string json, string? names)
    {
        bool isRead = DirectoryListing.TryParse(Encoding.UTF8.GetBytes(json), out DirectoryEntry[] entries);
        var found = new List<string>();
        foreach (DirectoryEntry entry in entries)
            found.Add(entry.Name);
        Assert.That(isRead ? string.Join(' ', found) : null, Is.EqualTo(names));
    }

    private static string Tokens(string json)
    {
        var reader = new JsonReader(Encoding.UTF8.GetBytes(json));
        var text = new List<string>();
        while (true)
        {
            JsonToken token = reader.Read();
            text.Add(token switch
            {
                JsonToken.ObjectStart => "{",
                JsonToken.ObjectEnd => "}",
                JsonToken.ArrayStart => "[",
                JsonToken.ArrayEnd => "]",
                JsonToken.Name => reader.Text + ":",
                JsonToken.String => "'" + reader.Text + "'",
                JsonToken.Number => reader.Text,
                _ => token.ToString().ToLowerInvariant(),
            });
            if (token is JsonToken.End or JsonToken.Malformed)
                return string.Join(' ', text);
        }
    }
}
