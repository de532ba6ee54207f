using System.Collections.Generic;

namespace System.Linq;

// Groups by keys, and two sequences joined by them.
public static partial class Enumerable
{
    public static IEnumerable<IGrouping<TKey, TSource>> GroupBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector) =>
        source.GroupBy(keySelector, (IEqualityComparer<TKey>?)null);

    public static IEnumerable<IGrouping<TKey, TSource>> GroupBy<TSource, TKey>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer) =>
        Groups(source, keySelector, element => element, comparer);

    public static IEnumerable<IGrouping<TKey, TElement>> GroupBy<TSource, TKey, TElement>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector) =>
        Groups(source, keySelector, elementSelector, null);

    public static IEnumerable<TResult> GroupBy<TSource, TKey, TResult>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TKey, IEnumerable<TSource>, TResult> resultSelector) =>
        source.GroupBy(keySelector).Select(group => resultSelector(group.Key, group));

    public static IEnumerable<KeyValuePair<TKey, int>> CountBy<TSource, TKey>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? keyComparer = null)
        where TKey : notnull => source.GroupBy(keySelector, keyComparer).Select(group => new KeyValuePair<TKey, int>(group.Key, group.Count()));

    public static IEnumerable<TResult> Join<TOuter, TInner, TKey, TResult>(
        this IEnumerable<TOuter> outer,
        IEnumerable<TInner> inner,
        Func<TOuter, TKey> outerKeySelector,
        Func<TInner, TKey> innerKeySelector,
        Func<TOuter, TInner, TResult> resultSelector)
    {
        ILookup<TKey, TInner> lookup = inner.Where(element => innerKeySelector(element) is not null).ToLookup(innerKeySelector);
        foreach (TOuter element in outer)
        {
            foreach (TInner match in lookup[outerKeySelector(element)])
                yield return resultSelector(element, match);
        }
    }

    public static IEnumerable<TResult> GroupJoin<TOuter, TInner, TKey, TResult>(
        this IEnumerable<TOuter> outer,
        IEnumerable<TInner> inner,
        Func<TOuter, TKey> outerKeySelector,
        Func<TInner, TKey> innerKeySelector,
        Func<TOuter, IEnumerable<TInner>, TResult> resultSelector)
    {
        ILookup<TKey, TInner> lookup = inner.Where(element => innerKeySelector(element) is not null).ToLookup(innerKeySelector);
        foreach (TOuter element in outer)
            yield return resultSelector(element, lookup[outerKeySelector(element)]);
    }

    private static IEnumerable<IGrouping<TKey, TElement>> Groups<TSource, TKey, TElement>(
        IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer)
    {
        foreach (IGrouping<TKey, TElement> group in Lookup<TKey, TElement>.Of(source, keySelector, elementSelector, comparer))
            yield return group;
    }
}
