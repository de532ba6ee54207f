using System.Collections;
using System.Collections.Generic;

namespace System.Linq;

/// <summary>Elements that have a key in common.</summary>
public interface IGrouping<out TKey, out TElement> : IEnumerable<TElement>
{
    TKey Key { get; }
}

/// <summary>Elements by their keys; a key that is not there has none.</summary>
public interface ILookup<TKey, TElement> : IEnumerable<IGrouping<TKey, TElement>>
{
    int Count { get; }

    IEnumerable<TElement> this[TKey key] { get; }

    bool Contains(TKey key);
}

/// <summary>Groups in the order of their first elements.</summary>
internal sealed class Lookup<TKey, TElement> : ILookup<TKey, TElement>
{
    /// <summary>Null may be a key here: the tuple hides it.</summary>
    private readonly Dictionary<ValueTuple<TKey>, Grouping> groups;

    private Lookup(IEqualityComparer<TKey>? comparer) =>
        groups = new Dictionary<ValueTuple<TKey>, Grouping>(comparer is null ? null : new KeyComparer(comparer));

    public int Count => groups.Count;

    public IEnumerable<TElement> this[TKey key] => groups.TryGetValue(new ValueTuple<TKey>(key), out Grouping? group) ? group : [];

    public bool Contains(TKey key) => groups.ContainsKey(new ValueTuple<TKey>(key));

    public IEnumerator<IGrouping<TKey, TElement>> GetEnumerator()
    {
        foreach (Grouping group in groups.Values)
            yield return group;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal static Lookup<TKey, TElement> Of<TSource>(
        IEnumerable<TSource> source, Func<TSource, TKey> keySelector, Func<TSource, TElement> elementSelector, IEqualityComparer<TKey>? comparer)
    {
        var lookup = new Lookup<TKey, TElement>(comparer);
        foreach (TSource element in source)
        {
            var key = new ValueTuple<TKey>(keySelector(element));
            if (!lookup.groups.TryGetValue(key, out Grouping? group))
            {
                group = new Grouping(key.Item1);
                lookup.groups.Add(key, group);
            }

            group.Elements.Add(elementSelector(element));
        }

        return lookup;
    }

    private sealed class Grouping(TKey key) : IGrouping<TKey, TElement>
    {
        public TKey Key { get; } = key;

        internal List<TElement> Elements { get; } = [];

        public IEnumerator<TElement> GetEnumerator() => Elements.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }

    private sealed class KeyComparer(IEqualityComparer<TKey> comparer) : IEqualityComparer<ValueTuple<TKey>>
    {
        public bool Equals(ValueTuple<TKey> x, ValueTuple<TKey> y) => comparer.Equals(x.Item1, y.Item1);

        public int GetHashCode(ValueTuple<TKey> obj) => obj.Item1 is null ? 0 : comparer.GetHashCode(obj.Item1);
    }
}
