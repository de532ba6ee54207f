using System.Collections.Generic;

namespace System.Linq;

// Answers about a whole sequence.
public static partial class Enumerable
{
    public static bool Any<TSource>(this IEnumerable<TSource> source)
    {
        using IEnumerator<TSource> walk = source.GetEnumerator();
        return walk.MoveNext();
    }

    public static bool Any<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate) => TryFirst(source, predicate, out _);

    public static bool All<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)
    {
        foreach (TSource element in source)
        {
            if (!predicate(element))
                return false;
        }

        return true;
    }

    public static bool Contains<TSource>(this IEnumerable<TSource> source, TSource value) =>
        source is ICollection<TSource> collection ? collection.Contains(value) : source.Contains(value, null);

    public static bool Contains<TSource>(this IEnumerable<TSource> source, TSource value, IEqualityComparer<TSource>? comparer)
    {
        comparer ??= EqualityComparer<TSource>.Default;
        foreach (TSource element in source)
        {
            if (comparer.Equals(element, value))
                return true;
        }

        return false;
    }

    public static int Count<TSource>(this IEnumerable<TSource> source)
    {
        if (source.TryGetNonEnumeratedCount(out int count))
            return count;
        foreach (TSource element in source)
            count = checked(count + 1);
        return count;
    }

    public static int Count<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate) => source.Where(predicate).Count();

    public static long LongCount<TSource>(this IEnumerable<TSource> source)
    {
        long count = 0;
        foreach (TSource element in source)
            count++;
        return count;
    }

    public static bool TryGetNonEnumeratedCount<TSource>(this IEnumerable<TSource> source, out int count)
    {
        count = source switch
        {
            ICollection<TSource> collection => collection.Count,
            IReadOnlyCollection<TSource> collection => collection.Count,
            _ => -1,
        };
        bool isKnown = count >= 0;
        count = Math.Max(count, 0);
        return isKnown;
    }

    public static bool SequenceEqual<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second) => first.SequenceEqual(second, null);

    public static bool SequenceEqual<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second, IEqualityComparer<TSource>? comparer)
    {
        comparer ??= EqualityComparer<TSource>.Default;
        using IEnumerator<TSource> a = first.GetEnumerator();
        using IEnumerator<TSource> b = second.GetEnumerator();
        while (a.MoveNext())
        {
            if (!b.MoveNext() || !comparer.Equals(a.Current, b.Current))
                return false;
        }

        return !b.MoveNext();
    }

    public static TSource Aggregate<TSource>(this IEnumerable<TSource> source, Func<TSource, TSource, TSource> func)
    {
        using IEnumerator<TSource> walk = source.GetEnumerator();
        if (!walk.MoveNext())
            throw NoElements();
        TSource result = walk.Current;
        while (walk.MoveNext())
            result = func(result, walk.Current);
        return result;
    }

    public static TAccumulate Aggregate<TSource, TAccumulate>(
        this IEnumerable<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func)
    {
        TAccumulate result = seed;
        foreach (TSource element in source)
            result = func(result, element);
        return result;
    }

    public static TResult Aggregate<TSource, TAccumulate, TResult>(
        this IEnumerable<TSource> source, TAccumulate seed, Func<TAccumulate, TSource, TAccumulate> func, Func<TAccumulate, TResult> resultSelector) =>
        resultSelector(source.Aggregate(seed, func));

    public static TSource? Min<TSource>(this IEnumerable<TSource> source) => source.Min((IComparer<TSource>?)null);

    public static TSource? Min<TSource>(this IEnumerable<TSource> source, IComparer<TSource>? comparer) => source.MinBy(element => element, comparer);

    public static TResult? Min<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, TResult> selector) => source.Select(selector).Min();

    public static TSource? MinBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector) => source.MinBy(keySelector, null);

    /// <summary>The first of those whose key comes first. Keys that are null do not count where there are others.</summary>
    public static TSource? MinBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer)
    {
        comparer ??= Comparer<TKey>.Default;
        using IEnumerator<TSource> walk = source.GetEnumerator();
        if (!walk.MoveNext())
            return default(TSource) is null ? default : throw NoElements();
        TSource best = walk.Current;
        TKey bestKey = keySelector(best);
        while (walk.MoveNext())
        {
            TKey key = keySelector(walk.Current);
            if (key is not null && (bestKey is null || comparer.Compare(key, bestKey) < 0))
            {
                best = walk.Current;
                bestKey = key;
            }
        }

        return best;
    }

    public static TSource? Max<TSource>(this IEnumerable<TSource> source) => source.Max((IComparer<TSource>?)null);

    public static TSource? Max<TSource>(this IEnumerable<TSource> source, IComparer<TSource>? comparer) => source.MaxBy(element => element, comparer);

    public static TResult? Max<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, TResult> selector) => source.Select(selector).Max();

    public static TSource? MaxBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector) => source.MaxBy(keySelector, null);

    /// <summary>The first of those whose key comes last. Keys that are null do not count where there are others.</summary>
    public static TSource? MaxBy<TSource, TKey>(this IEnumerable<TSource> source, Func<TSource, TKey> keySelector, IComparer<TKey>? comparer)
    {
        comparer ??= Comparer<TKey>.Default;
        using IEnumerator<TSource> walk = source.GetEnumerator();
        if (!walk.MoveNext())
            return default(TSource) is null ? default : throw NoElements();
        TSource best = walk.Current;
        TKey bestKey = keySelector(best);
        while (walk.MoveNext())
        {
            TKey key = keySelector(walk.Current);
            if (key is not null && (bestKey is null || comparer.Compare(key, bestKey) > 0))
            {
                best = walk.Current;
                bestKey = key;
            }
        }

        return best;
    }
}
