using System;
using System.Collections;
using System.Collections.Generic;

internal static class Arrays
{
    internal static void Run()
    {
        Print.Topic("arrays");
        int[] numbers = [5, 3, 9, 1, 7];
        Array.Sort(numbers);
        Print.All(numbers);
        Print.Line(
            Array.BinarySearch(numbers, 7), Array.BinarySearch(numbers, 4), Array.BinarySearch(numbers, 1, 2, 9), Array.IndexOf(numbers, 9),
            Array.IndexOf(numbers, 8), Array.IndexOf(numbers, 1, 1), Array.LastIndexOf(numbers, 1));
        Array.Reverse(numbers);
        Array.Reverse(numbers, 0, 2);
        Print.All(numbers);
        Array.Sort(numbers, (a, b) => b - a);
        Print.All(numbers);
        Array.Sort(numbers, 1, 3);
        Print.All(numbers);
        string[] words = ["pear", "Apple", "fig", "apple"];
        Array.Sort(words);
        Print.All(words);
        Array.Sort(words, StringComparer.OrdinalIgnoreCase);
        Print.Line(words[2], words[3]);
        Print.Line(
            Array.Exists(words, w => w.Length == 3), Array.Find(words, w => w.Length == 4), Array.Find(words, w => w.Length == 9),
            Array.FindIndex(words, w => w == "fig"), Array.FindLast(words, w => w[0] == 'a'), Array.FindLastIndex(words, w => w.Length == 5),
            Array.TrueForAll(words, w => w.Length > 2));
        Print.All(Array.FindAll(words, w => w.Length > 3));
        Print.All(Array.ConvertAll(words, w => w.Length));
        int total = 0;
        Array.ForEach(numbers, n => total += n);
        Print.Line(total, numbers.Rank, Array.Empty<int>().Length);
        Array.Resize(ref numbers, 7);
        Array.Fill(numbers, 4, 5, 2);
        Print.All(numbers);
        Array.Clear(numbers, 0, 3);
        Array.Copy(numbers, 3, numbers, 0, 3);
        Print.All(numbers);
        int[] clone = (int[])numbers.Clone();
        clone[0] = 100;
        numbers.CopyTo(clone, 0);
        Array.Fill(clone, 2);
        Array.Clear(clone);
        Print.Line(clone[0], numbers[1..3].Length, numbers[^2], words[..2].Length, clone.Length);
        Sequences(numbers, words);
        Large();
    }

    private static void Sequences(int[] numbers, string[] words)
    {
        IEnumerable<int> sequence = numbers;
        int sum = 0;
        foreach (int n in sequence)
            sum += n;
        IList<string> list = words;
        ICollection<string> collection = words;
        IReadOnlyList<object> objects = words;
        IEnumerable plain = numbers;
        int count = 0;
        foreach (object? item in plain)
            count += item is int ? 1 : 0;
        list[0] = "changed";
        Print.Line(
            sum, list.Count, list[1], list.IndexOf("fig"), collection.Contains("nothing"), collection.IsReadOnly, objects.Count, objects[0],
            count);
        object boxed = words;
        Print.Line(
            boxed is IEnumerable<object>, boxed is IEnumerable<int>, boxed is IList<string>, boxed is IList<object>, boxed is object[],
            (object)numbers is IEnumerable<uint>);
        int[][] jagged = [[1], [2, 3], []];
        Print.Line(jagged.Length, jagged[1][1], jagged[2].Length);
    }

    /// <summary>Enough elements for every part of the sort; many are equal.</summary>
    private static void Large()
    {
        var random = new Random(7);
        var numbers = new int[5000];
        for (int i = 0; i < numbers.Length; i++)
            numbers[i] = random.Next(1000);
        var pairs = new (int Key, int Place)[5000];
        for (int i = 0; i < pairs.Length; i++)
            pairs[i] = (numbers[i] / 100, i);
        Array.Sort(numbers);
        Array.Sort(pairs, (a, b) => a.Key.CompareTo(b.Key));
        int hash = 0;
        for (int i = 0; i < numbers.Length; i++)
            hash = unchecked((hash * 31) + numbers[i] + pairs[i].Place);
        Print.Line(numbers[0], numbers[4999], hash);
        var falling = new int[100_000];
        for (int i = 0; i < falling.Length; i++)
            falling[i] = (i * 7919) % 1000 < 500 ? -i : i;
        Array.Sort(falling);
        bool isSorted = true;
        for (int i = 1; i < falling.Length; i++)
            isSorted &= falling[i - 1] <= falling[i];
        Print.Line(isSorted, falling[0]);
    }
}
