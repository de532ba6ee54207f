using System.Collections.Generic;

namespace System.Linq;

// Sequences as sets: each element once, where it came first.
public static partial class Enumerable
{
    public static IEnumerable<TSource> Distinct<TSource>(this IEnumerable<TSource> source) => source.Distinct(null);

    public static IEnumerable<TSource> Distinct<TSource>(this IEnumerable<TSource> source, IEqualityComparer<TSource>? comparer) =>
        source.DistinctBy(element => element, comparer);

    public static IEnumerable<TSource> DistinctBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector) =>
        source.DistinctBy(keySelector, null);

    public static IEnumerable<TSource> DistinctBy<TSource, TKey>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer)
    {
        var seen = new HashSet<TKey>(comparer);
        foreach (TSource element in source)
        {
            if (seen.Add(keySelector(element)))
                yield return element;
        }
    }

    public static IEnumerable<TSource> Union<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second) => first.Concat(second).Distinct();

    public static IEnumerable<TSource> Union<TSource>(
        this IEnumerable<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource>? comparer) => first.Concat(second).Distinct(comparer);

    public static IEnumerable<TSource> Intersect<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second) => first.Intersect(second, null);

    public static IEnumerable<TSource> Intersect<TSource>(
        this IEnumerable<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource>? comparer)
    {
        var common = new HashSet<TSource>(second, comparer);
        foreach (TSource element in first)
        {
            if (common.Remove(element))
                yield return element;
        }
    }

    public static IEnumerable<TSource> Except<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second) => first.Except(second, null);

    public static IEnumerable<TSource> Except<TSource>(
        this IEnumerable<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource>? comparer)
    {
        var seen = new HashSet<TSource>(second, comparer);
        foreach (TSource element in first)
        {
            if (seen.Add(element))
                yield return element;
        }
    }
}
