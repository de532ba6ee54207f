using System;
using System.Collections.Generic;

internal static class Tables
{
    private enum Colour
    {
        Red,
        Green,
        Blue,
    }

    private struct Mixed
    {
        internal string Name;
        internal double Value;
        internal Colour Colour;
    }

    internal static void Run()
    {
        Print.Topic("tables");
        Words();
        Dictionaries();
        Keys();
        Sets();
        Sorted();
    }

    private static void Words()
    {
        var counts = new Dictionary<string, int>();
        foreach (string word in "the quick brown fox jumps over the lazy dog the end of the fox".Split(' '))
            counts[word] = counts.TryGetValue(word, out int count) ? count + 1 : 1;
        foreach (KeyValuePair<string, int> pair in counts)
            Print.Line(pair.Key, pair.Value);
    }

    private static void Dictionaries()
    {
        var table = new Dictionary<int, string>();
        for (int i = 0; i < 20; i++)
            table.Add(i * 16, "v" + i);
        for (int i = 0; i < 20; i += 3)
            table.Remove(i * 16);
        table[999] = "late";
        table[1000] = "later";
        table[16] = "changed";
        Print.All(table);
        Print.All(table.Keys);
        Print.All(table.Values);
        Print.Line(
            table.Count, table.ContainsKey(16), table.ContainsKey(0), table.ContainsValue("late"), table.TryAdd(16, "x"),
            table.TryAdd(5, "five"), table.Remove(5, out string? gone), gone, table.GetValueOrDefault(7), table.GetValueOrDefault(7, "none"),
            table[16]);
        Print.Line(table.Keys.Count, table.Values.Count, table.Keys.Contains(16), table.TryGetValue(-1, out string? missing), missing);
        var copy = new Dictionary<int, string>(table);
        foreach ((int key, string value) in copy)
        {
            if (value.Length > 4)
                copy.Remove(key);
        }

        Print.Line(copy.Count, table.Count);
        table.Clear();
        Print.Line(table.Count, table.ContainsKey(16));
        var ignoring = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase) { ["A"] = 1, ["b"] = 2 };
        ignoring["a"]++;
        Print.Line(ignoring["a"], ignoring.Count, ignoring.ContainsKey("B"));
        IDictionary<string, int> view = ignoring;
        IReadOnlyDictionary<string, int> readOnly = ignoring;
        Print.Line(view.Keys.Count, readOnly["B"], view.Contains(new KeyValuePair<string, int>("b", 2)), view.IsReadOnly);
        var nested = new Dictionary<string, List<int>>();
        foreach (int n in new[] { 1, 2, 3, 4 })
        {
            string key = n % 2 == 0 ? "even" : "odd";
            if (!nested.TryGetValue(key, out List<int>? list))
                nested[key] = list = [];
            list.Add(n);
        }

        Print.Line(string.Join(",", nested["even"]), string.Join(",", nested["odd"]));
    }

    private static void Keys()
    {
        var byColour = new Dictionary<Colour, int> { [Colour.Green] = 1, [Colour.Blue] = 2 };
        var byPoint = new Dictionary<Point, int> { [new Point(1, 2)] = 3 };
        var byTuple = new Dictionary<(int, string), int> { [(1, "a")] = 4 };
        var byMixed = new Dictionary<Mixed, int> { [new Mixed { Name = "n", Value = 1.5, Colour = Colour.Red }] = 5 };
        var byDouble = new Dictionary<double, int> { [0.5] = 6, [double.NaN] = 7 };
        var byCharacter = new Dictionary<char, int> { ['x'] = 8 };
        var byLong = new Dictionary<long, int> { [long.MinValue] = 9 };
        var byNullable = new Dictionary<object, int> { [1] = 10, ["1"] = 11, [1.0] = 12 };
        var byRecord = new Dictionary<Person, int> { [new Person("Ada", 36)] = 13 };
        var byObject = new Dictionary<Plain, int>();
        var plain = new Plain();
        byObject[plain] = 14;
        byObject[new Plain()] = 15;
        Print.Line(
            byColour[Colour.Blue], byColour.ContainsKey(Colour.Red), byPoint[new Point(1, 2)], byTuple[(1, "a")], byMixed[new Mixed { Name = "n".Insert(0, ""), Value = 1.5 }],
            byDouble[0.5], byDouble[double.NaN], byCharacter['x'], byLong[long.MinValue], byNullable[1], byNullable["1"], byNullable[1.0], byRecord[new Person("Ada", 36)], byObject[plain], byObject.Count);
        Print.Line(
            EqualityComparer<int?>.Default.Equals(1, 1), EqualityComparer<int?>.Default.Equals(null, 1),
            EqualityComparer<string>.Default.Equals(null, null), Comparer<string>.Default.Compare(null, "a"),
            Comparer<int?>.Default.Compare(1, null), Comparer<Colour>.Default.Compare(Colour.Red, Colour.Blue));
    }

    private static void Sets()
    {
        var set = new HashSet<int> { 3, 1, 4, 1, 5, 9, 2, 6 };
        Print.Line(set.Count, set.Add(1), set.Add(7), set.Contains(7), set.Remove(3), set.Remove(33), set.RemoveWhere(n => n > 6));
        set.Add(8);
        Print.All(set);
        set.UnionWith([1, 10, 11]);
        Print.All(set);
        set.IntersectWith([1, 2, 10, 11, 50]);
        Print.All(set);
        set.ExceptWith([2, 11]);
        Print.All(set);
        set.SymmetricExceptWith([1, 12]);
        Print.All(set);
        Print.Line(
            set.IsSubsetOf([10, 12, 13]), set.IsSupersetOf([10]), set.Overlaps([12, 99]), set.SetEquals([12, 10, 10]),
            set.IsProperSubsetOf([10, 12]), set.IsProperSupersetOf([10]), set.TryGetValue(10, out int actual), actual);
        var words = new HashSet<string?>(StringComparer.OrdinalIgnoreCase) { "a", "A", null, "b", null };
        Print.Line(words.Count, words.Contains("B"), words.Contains(null));
        set.Clear();
        Print.Line(set.Count);
    }

    private static void Sorted()
    {
        var table = new SortedDictionary<string, int> { ["pear"] = 1, ["apple"] = 2, ["fig"] = 3 };
        table["apple"]++;
        Print.All(table);
        Print.All(table.Keys);
        Print.All(table.Values);
        Print.Line(
            table.Count, table.ContainsKey("fig"), table.ContainsValue(9), table.Remove("pear"), table.Remove("x"),
            table.TryGetValue("fig", out int fig), fig);
        var set = new SortedSet<int> { 5, 1, 3, 5 };
        Print.Line(set.Count, set.Min, set.Max, set.Add(3), set.Add(2), set.Contains(2), set.Remove(1));
        Print.All(set);
        Print.All(set.Reverse());
        set.UnionWith([9, 8]);
        set.IntersectWith([9, 8, 5, 7]);
        set.ExceptWith([8]);
        Print.All(set);
        Print.All(new SortedSet<string>(["b", "A", "a"], StringComparer.OrdinalIgnoreCase));
    }

    private sealed class Plain
    {
    }
}

/// <summary>Equal by its values, without a word said about it.</summary>
internal sealed record Person(string Name, int Age);
