using System.Collections.Generic;

namespace System.Linq;

// From sequences to collections.
public static partial class Enumerable
{
    public static List<TSource> ToList<TSource>(this IEnumerable<TSource> source) => new(source);

    public static TSource[] ToArray<TSource>(this IEnumerable<TSource> source) => new List<TSource>(source).ToArray();

    public static HashSet<TSource> ToHashSet<TSource>(this IEnumerable<TSource> source) => new(source);

    public static HashSet<TSource> ToHashSet<TSource>(this IEnumerable<TSource> source, IEqualityComparer<TSource>? comparer) => new(source, comparer);

    public static Dictionary<TKey, TSource> ToDictionary<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector)
        where TKey : notnull => source.ToDictionary(keySelector, element => element, null);

    public static Dictionary<TKey, TSource> ToDictionary<TSource, TKey>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IEqualityComparer<TKey>? comparer)
        where TKey : notnull => source.ToDictionary(keySelector, element => element, comparer);

    public static Dictionary<TKey, TElement> ToDictionary<TSource, TKey, TElement>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector)
        where TKey : notnull => source.ToDictionary(keySelector, elementSelector, null);

    public static Dictionary<TKey, TElement> ToDictionary<TSource, TKey, TElement>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer)
        where TKey : notnull
    {
        var dictionary = new Dictionary<TKey, TElement>(comparer);
        foreach (TSource element in source)
            dictionary.Add(keySelector(element), elementSelector(element));
        return dictionary;
    }

    public static Dictionary<TKey, TValue> ToDictionary<TKey, TValue>(this IEnumerable<KeyValuePair<TKey, TValue>> source)
        where TKey : notnull => source.ToDictionary(pair => pair.Key, pair => pair.Value, null);

    public static Dictionary<TKey, TValue> ToDictionary<TKey, TValue>(this IEnumerable<(TKey Key, TValue Value)> source)
        where TKey : notnull => source.ToDictionary(pair => pair.Key, pair => pair.Value, null);

    public static ILookup<TKey, TSource> ToLookup<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector) =>
        Lookup<TKey, TSource>.Of(source, keySelector, element => element, null);

    public static ILookup<TKey, TElement> ToLookup<TSource, TKey, TElement>(
        this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector) =>
        Lookup<TKey, TElement>.Of(source, keySelector, elementSelector, null);
}
