using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

internal static class Queries
{
    private static readonly string[] Words = ["pear", "fig", "apple", "kiwi", "plum", "fig", "date"];

    internal static void Run()
    {
        Print.Topic("queries");
        Sequences();
        Elements();
        Numbers();
        Orders();
        Groups();
        Collections();
    }

    private static IEnumerable<int> Counting(int end)
    {
        for (int i = 0; i < end; i++)
            yield return i;
    }

    private static void Sequences()
    {
        Print.All(Words.Where(w => w.Length == 4));
        Print.All(Words.Where((w, i) => i % 2 == 0));
        Print.All(Words.Select(w => w.Length));
        Print.All(Words.Select((w, i) => i + w));
        Print.All(Words.SelectMany(w => w.Substring(0, 2)));
        Print.All(Words.SelectMany(w => w.Split('i'), (w, part) => w.Length + part));
        Print.All(Counting(10).Skip(2).Take(5).Reverse());
        Print.All(Counting(10).Take(2..5));
        Print.All(Counting(10).Take(^3..));
        Print.All(Counting(10).TakeWhile(n => n < 4));
        Print.All(Counting(10).SkipWhile(n => n < 7));
        Print.All(Counting(10).SkipLast(7).Concat(Counting(10).TakeLast(2)));
        Print.All(Words.Distinct());
        Print.All(Words.DistinctBy(w => w.Length));
        Print.All(new[] { 1, 2, 2 }.Union([2, 3]));
        Print.All(new[] { 1, 2, 2, 4 }.Intersect([4, 2]));
        Print.All(new[] { 1, 2, 2, 4 }.Except([4]));
        Print.All(Counting(3).Zip(Words));
        Print.All(Counting(3).Zip(Words, (n, w) => n + w));
        Print.All(Enumerable.Range(5, 3));
        Print.All(Enumerable.Repeat("x", 2));
        Print.All(Enumerable.Empty<int>());
        Print.All(Counting(2).Append(9).Prepend(-1));
        Print.All(Counting(0).DefaultIfEmpty(4));
        Print.All(Counting(0).DefaultIfEmpty());
        Print.All(Counting(7).Chunk(3).Select(chunk => string.Join("+", chunk)));
        Print.All(Words.Index());
        Print.All(((IEnumerable)new object[] { 1, "a", 2 }).OfType<int>());
        Print.All(((IEnumerable)new object[] { "a", "b" }).Cast<string>());
        Print.All(Words.Reverse());
        Print.All(from w in Words where w.Length > 3 orderby w descending select w.ToUpper());
        Print.All(from a in Counting(3) from b in Counting(2) let c = a * b where c >= 0 select (a, b, c));
    }

    private static void Elements()
    {
        Print.Line(
            Words.First(), Words.First(w => w.Length == 5), Words.FirstOrDefault(w => w.Length == 9),
            Words.FirstOrDefault(w => w.Length == 9, "none"), Counting(0).FirstOrDefault(), Counting(0).FirstOrDefault(7));
        Print.Line(
            Words.Last(), Counting(5).Last(), Words.Last(w => w.Length == 3), Words.LastOrDefault(w => w == ""),
            Counting(5).LastOrDefault(n => n < 3));
        Print.Line(Words.Single(w => w.Length == 5), Words.SingleOrDefault(w => w == ""), new[] { 3 }.Single(), Counting(0).SingleOrDefault());
        Print.Line(
            Words.ElementAt(1), Words.ElementAt(^1), Counting(5).ElementAt(3), Words.ElementAtOrDefault(99),
            Counting(3).ElementAtOrDefault(-1));
        Print.Line(
            Words.Any(), Counting(0).Any(), Words.Any(w => w == "fig"), Words.All(w => w.Length > 2), Words.Contains("kiwi"),
            Counting(4).Contains(9), Words.Contains("KIWI", StringComparer.OrdinalIgnoreCase));
        Print.Line(
            Words.Count(), Words.Count(w => w.Length == 4), Counting(6).Count(), Counting(6).LongCount(), Counting(3).SequenceEqual([0, 1, 2]),
            Counting(3).SequenceEqual([0, 1]), Words.TryGetNonEnumeratedCount(out int known), known);
    }

    private static void Numbers()
    {
        Print.Line(
            Counting(5).Sum(), Counting(5).Average(), Words.Sum(w => w.Length), Words.Average(w => w.Length), new[] { 1.5, 2.5 }.Sum(),
            new[] { 1.5, 2.5 }.Average(), new long[] { 1, 2 }.Sum(), new[] { 1.5f, 2f }.Sum(), new int?[] { 1, null }.Sum());
        Print.Line(
            Counting(5).Min(), Counting(5).Max(), Words.Min(), Words.Max(), Words.Min(w => w.Length), Words.Max(w => w.Length),
            Words.MinBy(w => w.Length), Words.MaxBy(w => w.Length), new[] { 1.5, double.NaN }.Min(), new[] { double.NaN, 1.5 }.Max(),
            new string?[] { null, "b", "a" }.Min(), new int?[] { null, 3 }.Max());
        Print.Line(
            Counting(5).Aggregate((a, b) => a + (b * 2)), Counting(5).Aggregate("s", (text, n) => text + n),
            Counting(4).Aggregate(1, (a, b) => a + b, total => "total " + total));
    }

    private static void Orders()
    {
        Print.All(Words.OrderBy(w => w.Length));
        Print.All(Words.OrderByDescending(w => w.Length));
        Print.All(Words.OrderBy(w => w.Length).ThenBy(w => w));
        Print.All(Words.OrderBy(w => w.Length).ThenByDescending(w => w));
        Print.All(Words.OrderByDescending(w => w[0]).ThenBy(w => w.Length).ThenByDescending(w => w[^1]));
        Print.All(Words.Order());
        Print.All(Words.OrderDescending());
        Print.All(new[] { "b", "A", "a", "B" }.OrderBy(w => w, StringComparer.OrdinalIgnoreCase));
        Print.All(Enumerable.Range(0, 300).OrderBy(n => n * 7 % 10).Take(40));
    }

    private static void Groups()
    {
        foreach (IGrouping<int, string> group in Words.GroupBy(w => w.Length))
            Print.Line(group.Key, string.Join(",", group), group.Count());
        Print.All(Words.GroupBy(w => w[0], w => w.Length).Select(g => g.Key + ":" + g.Sum()));
        Print.All(Words.GroupBy(w => w.Length, (key, all) => key + "=" + all.Count()));
        Print.All(from w in Words group w by w.Length into g orderby g.Key select g.Key + "x" + g.Count());
        Print.All(Words.CountBy(w => w));
        Print.All(Words.GroupBy(w => w.Length > 3 ? w : null).Select(g => (g.Key ?? "none") + g.Count()));
        ILookup<int, string> lookup = Words.ToLookup(w => w.Length);
        Print.Line(lookup.Count, lookup.Contains(9), string.Join(",", lookup[4]), lookup[9].Count());
        Print.All(Counting(4).Join(Words, n => n + 2, w => w.Length, (n, w) => n + w));
        Print.All(Counting(4).GroupJoin(Words, n => n + 2, w => w.Length, (n, all) => n + ":" + all.Count()));
        Print.All(from n in Counting(5) join w in Words on n equals w.Length select n + w);
        Print.All(Words.GroupBy(w => w, StringComparer.OrdinalIgnoreCase).Select(g => g.Key));
    }

    private static void Collections()
    {
        List<string> list = Words.Where(w => w.Length == 4).ToList();
        string[] array = Words.Skip(5).ToArray();
        HashSet<string> set = Words.ToHashSet();
        Dictionary<string, int> table = Words.Distinct().ToDictionary(w => w, w => w.Length);
        Dictionary<int, string> byLength = Words.DistinctBy(w => w.Length).ToDictionary(w => w.Length);
        Print.Line(
            list.Count, array.Length, set.Count, table["apple"], byLength[3], new[] { ("a", 1) }.ToDictionary()["a"],
            table.ToDictionary().Count, Words.AsEnumerable().Count());
        Print.All(table.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key));

        // Nothing is asked before the answer is wanted.
        int asked = 0;
        IEnumerable<int> lazy = Counting(5).Where(n => ++asked > 0);
        int before = asked;
        int first = lazy.First();
        Print.Line(before, first, asked, lazy.Count(), asked);
        Print.Line(lazy.Sum(), lazy.Sum());
    }
}
