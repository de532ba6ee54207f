using System;
using System.Collections.Generic;
using System.Text;

internal static class Texts
{
    internal static void Run()
    {
        Print.Topic("texts");
        Builder();
        Spans();
        Encodings();
    }

    private static void Builder()
    {
        var text = new StringBuilder();
        text.Append("a").Append('b').Append('c', 3).Append(1).Append(2L).Append(1.5).Append(2.5f).Append(true).Append((object?)null).Append((object)"o");
        text.Append(new[] { 'x', 'y' }).Append("012345", 2, 3).Append("span".AsSpan(1)).Append((byte)1).Append((short)-2).Append(3u).Append(4ul);
        Print.Line(text, text.Length, text[3]);
        text.Clear().Append($"{1,4}|{"a",-3}|{2.5:F2}|").AppendLine("end").AppendLine();
        Print.Line(text.ToString(), text.ToString(1, 3));
        text.Clear().AppendFormat("{0}-{1:X2}", "q", 10).AppendJoin(", ", "a", "b").AppendJoin(';', new List<int> { 1, 2 });
        Print.Line(text);
        text.Clear().Append("hello").Insert(0, ">>").Insert(4, '-').Insert(text.Length, 12).Replace("l", "LL").Replace('h', 'H').Remove(0, 1);
        Print.Line(text);
        text.Length = 3;
        text[0] = '#';
        Print.Line(text, text.Equals(new StringBuilder(text.ToString())));
        text.Length = 5;
        Print.Line(text, new StringBuilder("abc", 50).Capacity >= 50, new StringBuilder(null).Length);
        var large = new StringBuilder();
        for (int i = 0; i < 1000; i++)
            large.Append(i).Append(',');
        Print.Line(large.Length, large.ToString(3880, 10));
    }

    private static void Spans()
    {
        ReadOnlySpan<char> text = "  some text ";
        Print.Line(
            text.Trim().ToString(), text.TrimStart().Length, text.TrimEnd().Length, text.IndexOf("text"), text.IndexOf('t'),
            text.LastIndexOf('t'), text.Contains('x'));
        Print.Line(
            text.Trim().SequenceEqual("some text"), text.Trim().StartsWith("some"),
            text.Trim().EndsWith("TEXT", StringComparison.OrdinalIgnoreCase), text.IsWhiteSpace(), text.Slice(2, 4).ToString());
        Span<int> numbers = [5, 3, 9, 1];
        numbers.Sort();
        Print.Line(numbers[0], numbers[3], numbers.IndexOf(5), numbers.Contains(9), numbers.ToArray().Length, numbers.Slice(1, 2).ToArray()[1]);
        numbers.Reverse();
        numbers[1..3].Fill(7);
        Print.Line(string.Join(",", numbers.ToArray()), numbers.SequenceEqual([9, 7, 7, 1]), ((ReadOnlySpan<int>)numbers).Count(7));
        Print.Line(
            int.Parse("x12y".AsSpan(1, 2)), double.Parse("1.5;".AsSpan(0, 3)), "a,b".AsSpan().IndexOfAny(",;"),
            "abc".AsSpan().CompareTo("abd", StringComparison.Ordinal) < 0);
    }

    private static void Encodings()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("aé€😀");
        Print.Line(
            bytes.Length, BitConverter.ToString(bytes), Encoding.UTF8.GetString(bytes), Encoding.UTF8.GetByteCount("aé"),
            Encoding.UTF8.GetString(bytes, 1, 2));
        Print.Line(
            Encoding.UTF8.GetString([0x61, 0xFF, 0x62]), Encoding.UTF8.GetString([0xE2, 0x82]), Encoding.UTF8.GetString([0xC0, 0x80]),
            Encoding.UTF8.GetString([0xF0, 0x9F, 0x41]));
        Print.Line(
            BitConverter.ToString(Encoding.UTF8.GetBytes("\ud83d")), Encoding.ASCII.GetString([0x41, 0xC3]),
            BitConverter.ToString(Encoding.ASCII.GetBytes("aé")), BitConverter.ToString(Encoding.Latin1.GetBytes("aé€")),
            Encoding.Latin1.GetString([0xE9]));
    }
}
