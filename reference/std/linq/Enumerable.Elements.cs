using System.Collections.Generic;

namespace System.Linq;

// One element of a sequence.
public static partial class Enumerable
{
    public static TSource First<TSource>(this IEnumerable<TSource> source) =>
        TryFirst(source, null, out TSource? element) ? element! : throw NoElements();

    public static TSource First<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate) =>
        TryFirst(source, predicate, out TSource? element) ? element! : throw NoMatch();

    public static TSource? FirstOrDefault<TSource>(this IEnumerable<TSource> source) =>
        TryFirst(source, null, out TSource? element) ? element : default;

    public static TSource FirstOrDefault<TSource>(this IEnumerable<TSource> source, TSource defaultValue) =>
        TryFirst(source, null, out TSource? element) ? element! : defaultValue;

    public static TSource? FirstOrDefault<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate) =>
        TryFirst(source, predicate, out TSource? element) ? element : default;

    public static TSource FirstOrDefault<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate, TSource defaultValue) =>
        TryFirst(source, predicate, out TSource? element) ? element! : defaultValue;

    public static TSource Last<TSource>(this IEnumerable<TSource> source) =>
        TryLast(source, null, out TSource? element) ? element! : throw NoElements();

    public static TSource Last<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate) =>
        TryLast(source, predicate, out TSource? element) ? element! : throw NoMatch();

    public static TSource? LastOrDefault<TSource>(this IEnumerable<TSource> source) =>
        TryLast(source, null, out TSource? element) ? element : default;

    public static TSource LastOrDefault<TSource>(this IEnumerable<TSource> source, TSource defaultValue) =>
        TryLast(source, null, out TSource? element) ? element! : defaultValue;

    public static TSource? LastOrDefault<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate) =>
        TryLast(source, predicate, out TSource? element) ? element : default;

    public static TSource LastOrDefault<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate, TSource defaultValue) =>
        TryLast(source, predicate, out TSource? element) ? element! : defaultValue;

    public static TSource Single<TSource>(this IEnumerable<TSource> source) =>
        TrySingle(source, null, out TSource? element) ? element! : throw NoElements();

    public static TSource Single<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate) =>
        TrySingle(source, predicate, out TSource? element) ? element! : throw NoMatch();

    public static TSource? SingleOrDefault<TSource>(this IEnumerable<TSource> source) =>
        TrySingle(source, null, out TSource? element) ? element : default;

    public static TSource SingleOrDefault<TSource>(this IEnumerable<TSource> source, TSource defaultValue) =>
        TrySingle(source, null, out TSource? element) ? element! : defaultValue;

    public static TSource? SingleOrDefault<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate) =>
        TrySingle(source, predicate, out TSource? element) ? element : default;

    public static TSource SingleOrDefault<TSource>(this IEnumerable<TSource> source, Func<TSource, bool> predicate, TSource defaultValue) =>
        TrySingle(source, predicate, out TSource? element) ? element! : defaultValue;

    public static TSource ElementAt<TSource>(this IEnumerable<TSource> source, int index) =>
        TryElementAt(source, index, out TSource? element) ? element! : throw new ArgumentOutOfRangeException(nameof(index));

    public static TSource ElementAt<TSource>(this IEnumerable<TSource> source, Index index) =>
        source.ElementAt(index.IsFromEnd ? index.GetOffset(source.Count()) : index.Value);

    public static TSource? ElementAtOrDefault<TSource>(this IEnumerable<TSource> source, int index) =>
        TryElementAt(source, index, out TSource? element) ? element : default;

    private static bool TryElementAt<TSource>(IEnumerable<TSource> source, int index, out TSource? found)
    {
        found = default;
        if (index < 0)
            return false;
        if (source is IList<TSource> list)
        {
            if (index >= list.Count)
                return false;
            found = list[index];
            return true;
        }

        return TryFirst(source.Skip(index), null, out found);
    }

    private static bool TryFirst<TSource>(IEnumerable<TSource> source, Func<TSource, bool>? predicate, out TSource? found)
    {
        foreach (TSource element in source)
        {
            if (predicate is null || predicate(element))
            {
                found = element;
                return true;
            }
        }

        found = default;
        return false;
    }

    private static bool TryLast<TSource>(IEnumerable<TSource> source, Func<TSource, bool>? predicate, out TSource? found)
    {
        if (source is IList<TSource> list)
        {
            for (int i = list.Count - 1; i >= 0; i--)
            {
                found = list[i];
                if (predicate is null || predicate(found))
                    return true;
            }

            found = default;
            return false;
        }

        found = default;
        bool any = false;
        foreach (TSource element in source)
        {
            if (predicate is null || predicate(element))
            {
                found = element;
                any = true;
            }
        }

        return any;
    }

    private static bool TrySingle<TSource>(IEnumerable<TSource> source, Func<TSource, bool>? predicate, out TSource? found)
    {
        found = default;
        bool any = false;
        foreach (TSource element in source)
        {
            if (predicate is not null && !predicate(element))
                continue;
            if (any)
                throw new InvalidOperationException("Sequence contains more than one " + (predicate is null ? "" : "matching ") + "element");
            found = element;
            any = true;
        }

        return any;
    }

    private static InvalidOperationException NoElements() => new("Sequence contains no elements");

    private static InvalidOperationException NoMatch() => new("Sequence contains no matching element");
}
