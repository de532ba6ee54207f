using System;
using System.Collections.Generic;

internal static class Lists
{
    internal static void Run()
    {
        Print.Topic("lists");
        var list = new List<int> { 5, 3, 9 };
        list.Add(1);
        list.AddRange([7, 7]);
        list.Insert(1, 100);
        list.InsertRange(2, new List<int> { -1, -2 });
        Print.All(list);
        Print.Line(
            list.Count, list[0], list[^1], list.IndexOf(7), list.IndexOf(7, 8), list.LastIndexOf(7), list.Contains(9), list.Contains(8),
            list.Capacity >= list.Count);
        Print.Line(list.Remove(7), list.Remove(55), list.RemoveAll(n => n < 0), list.Count);
        list.RemoveAt(0);
        list.RemoveRange(1, 2);
        Print.All(list);
        list.AddRange(list);
        list.Sort();
        Print.All(list);
        list.Sort((a, b) => b.CompareTo(a));
        list.Reverse(0, 2);
        Print.All(list);
        list.Reverse();
        Print.Line(
            list.BinarySearch(7), list.Find(n => n > 5), list.FindLast(n => n > 5), list.FindIndex(n => n == 100),
            list.FindLastIndex(n => n < 5), list.Exists(n => n == 3), list.TrueForAll(n => n > 0), list.FindIndex(2, n => n > 0));
        Print.All(list.FindAll(n => n > 5));
        Print.All(list.ConvertAll(n => n + "!"));
        Print.All(list.GetRange(1, 2));
        Print.All(list.Slice(0, 1));
        Print.All(list.ToArray());
        int sum = 0;
        list.ForEach(n => sum += n);
        foreach (int n in list)
            sum += n;
        int[] target = new int[8];
        list.CopyTo(target, 1);
        list.CopyTo(0, target, 6, 2);
        Print.Line(sum, string.Join(",", target));
        list.Clear();
        list.TrimExcess();
        Print.Line(list.Count, list.EnsureCapacity(10) >= 10);
        var names = new List<string?> { "b", null, "a" };
        names.Sort();
        Print.Line(names[0], names[1], names.IndexOf(null), names.Contains(null));
        var points = new List<Point> { new(1, 2), new(3, 4) };
        Print.Line(points.IndexOf(new Point(3, 4)), points.Contains(new Point(4, 3)), points.Count);
        List<int> made = [1, .. new[] { 2, 3 }, 4];
        Print.All(made);
        IEnumerable<object> covariant = new List<string> { "x", "y" };
        Print.All(covariant);
        IList<int> asInterface = made;
        asInterface[0] = 9;
        Print.Line(asInterface.Count, asInterface.IsReadOnly, made[0], ((IReadOnlyList<int>)made)[1]);
        IEnumerator<int> walk = ((IEnumerable<int>)made).GetEnumerator();
        walk.MoveNext();
        Print.Line(walk.Current, walk.MoveNext(), walk.Current);
    }
}

/// <summary>A struct without members of its own: equal where its fields are.</summary>
internal struct Point(int x, int y)
{
    internal int X = x, Y = y;
}
