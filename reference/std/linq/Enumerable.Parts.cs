using System.Collections.Generic;

namespace System.Linq;

// The beginning, the end and the rest of sequences.
public static partial class Enumerable
{
    public static IEnumerable<TSource> Take<TSource>(this IEnumerable<TSource> source, int count)
    {
        if (count <= 0)
            yield break;
        foreach (TSource element in source)
        {
            yield return element;
            if (--count == 0)
                yield break;
        }
    }

    public static IEnumerable<TSource> Take<TSource>(this IEnumerable<TSource> source, Range range)
    {
        TSource[] elements = source.ToArray();
        int start = Math.Clamp(range.Start.GetOffset(elements.Length), 0, elements.Length);
        int end = Math.Clamp(range.End.GetOffset(elements.Length), start, elements.Length);
        for (int i = start; i < end; i++)
            yield return elements[i];
    }

    public static IEnumerable<TSource> Skip<TSource>(this IEnumerable<TSource> source, int count)
    {
        foreach (TSource element in source)
        {
            if (count > 0)
                count--;
            else
                yield return element;
        }
    }

    public static IEnumerable<TSource> TakeLast<TSource>(this IEnumerable<TSource> source, int count)
    {
        TSource[] elements = source.ToArray();
        for (int i = Math.Max(elements.Length - Math.Max(count, 0), 0); i < elements.Length; i++)
            yield return elements[i];
    }

    public static IEnumerable<TSource> SkipLast<TSource>(this IEnumerable<TSource> source, int count)
    {
        TSource[] elements = source.ToArray();
        for (int i = 0; i < elements.Length - Math.Max(count, 0); i++)
            yield return elements[i];
    }

    public static IEnumerable<TSource> TakeWhile<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate) =>
        source.TakeWhile((element, _) => predicate(element));

    public static IEnumerable<TSource> TakeWhile<TSource>(this IEnumerable<TSource> source, Func<TSource, int, bool> predicate)
    {
        int index = 0;
        foreach (TSource element in source)
        {
            if (!predicate(element, index++))
                yield break;
            yield return element;
        }
    }

    public static IEnumerable<TSource> SkipWhile<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate) =>
        source.SkipWhile((element, _) => predicate(element));

    public static IEnumerable<TSource> SkipWhile<TSource>(this IEnumerable<TSource> source, Func<TSource, int, bool> predicate)
    {
        int index = 0;
        bool skips = true;
        foreach (TSource element in source)
        {
            skips = skips && predicate(element, index++);
            if (!skips)
                yield return element;
        }
    }
}
