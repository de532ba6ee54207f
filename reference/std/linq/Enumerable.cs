using System.Collections;
using System.Collections.Generic;

namespace System.Linq;

/// <summary>Questions to sequences. What returns a sequence does its work when that is walked over.</summary>
public static partial class Enumerable
{
    public static IEnumerable<TResult> Empty<TResult>() => Array.Empty<TResult>();

    public static IEnumerable<int> Range(int start, int count)
    {
        if (count < 0 || (long)start + count - 1 > int.MaxValue)
            throw new ArgumentOutOfRangeException(nameof(count));
        return Numbers(start, count);

        static IEnumerable<int> Numbers(int start, int count)
        {
            for (int i = 0; i < count; i++)
                yield return start + i;
        }
    }

    public static IEnumerable<TResult> Repeat<TResult>(TResult element, int count)
    {
        if (count < 0)
            throw new ArgumentOutOfRangeException(nameof(count));
        return Elements(element, count);

        static IEnumerable<TResult> Elements(TResult element, int count)
        {
            for (int i = 0; i < count; i++)
                yield return element;
        }
    }

    public static IEnumerable<TSource> AsEnumerable<TSource>(this IEnumerable<TSource> source) => source;

    public static IEnumerable<TSource> Where<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate)
    {
        foreach (TSource element in source)
        {
            if (predicate(element))
                yield return element;
        }
    }

    public static IEnumerable<TSource> Where<TSource>(this IEnumerable<TSource> source, Func<TSource, int, bool> predicate)
    {
        int index = 0;
        foreach (TSource element in source)
        {
            if (predicate(element, index++))
                yield return element;
        }
    }

    public static IEnumerable<TResult> Select<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, TResult> selector)
    {
        foreach (TSource element in source)
            yield return selector(element);
    }

    public static IEnumerable<TResult> Select<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, int, TResult> selector)
    {
        int index = 0;
        foreach (TSource element in source)
            yield return selector(element, index++);
    }

    public static IEnumerable<(int Index, TSource Item)> Index<TSource>(this IEnumerable<TSource> source) =>
        source.Select((element, index) => (index, element));

    public static IEnumerable<TResult> SelectMany<TSource, TResult>(this IEnumerable<TSource> source, Func<TSource, IEnumerable<TResult>> selector)
    {
        foreach (TSource element in source)
        {
            foreach (TResult result in selector(element))
                yield return result;
        }
    }

    public static IEnumerable<TResult> SelectMany<TSource, TCollection, TResult>(
        this IEnumerable<TSource> source, Func<TSource, IEnumerable<TCollection>> collectionSelector, Func<TSource, TCollection, TResult> resultSelector)
    {
        foreach (TSource element in source)
        {
            foreach (TCollection inner in collectionSelector(element))
                yield return resultSelector(element, inner);
        }
    }

    public static IEnumerable<TResult> Cast<TResult>(this IEnumerable source)
    {
        foreach (object? element in source)
            yield return (TResult)element!;
    }

    public static IEnumerable<TResult> OfType<TResult>(this IEnumerable source)
    {
        foreach (object? element in source)
        {
            if (element is TResult result)
                yield return result;
        }
    }

    public static IEnumerable<TSource> Concat<TSource>(this IEnumerable<TSource> first, IEnumerable<TSource> second)
    {
        foreach (TSource element in first)
            yield return element;
        foreach (TSource element in second)
            yield return element;
    }

    public static IEnumerable<TSource> Append<TSource>(this IEnumerable<TSource> source, TSource element)
    {
        foreach (TSource other in source)
            yield return other;
        yield return element;
    }

    public static IEnumerable<TSource> Prepend<TSource>(this IEnumerable<TSource> source, TSource element)
    {
        yield return element;
        foreach (TSource other in source)
            yield return other;
    }

    public static IEnumerable<TSource?> DefaultIfEmpty<TSource>(this IEnumerable<TSource> source) => source.DefaultIfEmpty(default!);

    public static IEnumerable<TSource> DefaultIfEmpty<TSource>(this IEnumerable<TSource> source, TSource defaultValue)
    {
        bool any = false;
        foreach (TSource element in source)
        {
            any = true;
            yield return element;
        }

        if (!any)
            yield return defaultValue;
    }

    public static IEnumerable<TSource> Reverse<TSource>(this IEnumerable<TSource> source)
    {
        TSource[] elements = source.ToArray();
        for (int i = elements.Length - 1; i >= 0; i--)
            yield return elements[i];
    }

    /// <summary>For an array, which could also be taken for a span.</summary>
    public static IEnumerable<TSource> Reverse<TSource>(this TSource[] source) => ((IEnumerable<TSource>)source).Reverse();

    public static IEnumerable<(TFirst First, TSecond Second)> Zip<TFirst, TSecond>(this IEnumerable<TFirst> first, IEnumerable<TSecond> second) =>
        first.Zip(second, (a, b) => (a, b));

    public static IEnumerable<TResult> Zip<TFirst, TSecond, TResult>(
        this IEnumerable<TFirst> first, IEnumerable<TSecond> second, Func<TFirst, TSecond, TResult> resultSelector)
    {
        using IEnumerator<TFirst> a = first.GetEnumerator();
        using IEnumerator<TSecond> b = second.GetEnumerator();
        while (a.MoveNext() && b.MoveNext())
            yield return resultSelector(a.Current, b.Current);
    }

    public static IEnumerable<TSource[]> Chunk<TSource>(this IEnumerable<TSource> source, int size)
    {
        if (size < 1)
            throw new ArgumentOutOfRangeException(nameof(size));
        return Chunks(source, size);

        static IEnumerable<TSource[]> Chunks(IEnumerable<TSource> source, int size)
        {
            var chunk = new List<TSource>();
            foreach (TSource element in source)
            {
                chunk.Add(element);
                if (chunk.Count < size)
                    continue;
                yield return chunk.ToArray();
                chunk.Clear();
            }

            if (chunk.Count > 0)
                yield return chunk.ToArray();
        }
    }
}
