using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

/// <summary>Values that are each there once, in order.</summary>
/// <remarks>A sorted array: looking up takes the logarithm of the count, adding and removing move the rest.</remarks>
public class SortedSet<T> : ICollection<T>, IReadOnlyCollection<T>
{
    private readonly List<T> items = [];

    public SortedSet()
        : this((IComparer<T>?)null)
    {
    }

    public SortedSet(IComparer<T>? comparer) => Comparer = comparer ?? Comparer<T>.Default;

    public SortedSet(IEnumerable<T> collection)
        : this(collection, null)
    {
    }

    public SortedSet(IEnumerable<T> collection, IComparer<T>? comparer)
        : this(comparer)
    {
        ArgumentNullException.ThrowIfNull(collection);
        UnionWith(collection);
    }

    public int Count => items.Count;

    public IComparer<T> Comparer { get; }

    public T? Min => Count == 0 ? default : items[0];

    public T? Max => Count == 0 ? default : items[Count - 1];

    bool ICollection<T>.IsReadOnly => false;

    public bool Add(T item)
    {
        int index = items.BinarySearch(item, Comparer);
        if (index < 0)
            items.Insert(~index, item);
        return index < 0;
    }

    void ICollection<T>.Add(T item) => Add(item);

    public bool Contains(T item) => items.BinarySearch(item, Comparer) >= 0;

    public bool TryGetValue(T equalValue, [MaybeNullWhen(false)] out T actualValue)
    {
        int index = items.BinarySearch(equalValue, Comparer);
        actualValue = index >= 0 ? items[index] : default;
        return index >= 0;
    }

    public bool Remove(T item)
    {
        int index = items.BinarySearch(item, Comparer);
        if (index >= 0)
            items.RemoveAt(index);
        return index >= 0;
    }

    public int RemoveWhere(Predicate<T> match) => items.RemoveAll(match);

    public void Clear() => items.Clear();

    public void UnionWith(IEnumerable<T> other)
    {
        foreach (T item in other)
            Add(item);
    }

    public void ExceptWith(IEnumerable<T> other)
    {
        foreach (T item in new List<T>(other))
            Remove(item);
    }

    public void IntersectWith(IEnumerable<T> other)
    {
        var kept = new SortedSet<T>(other, Comparer);
        items.RemoveAll(item => !kept.Contains(item));
    }

    public IEnumerable<T> Reverse()
    {
        for (int i = Count - 1; i >= 0; i--)
            yield return items[i];
    }

    public void CopyTo(T[] array) => items.CopyTo(array);

    public void CopyTo(T[] array, int index) => items.CopyTo(array, index);

    public Enumerator GetEnumerator() => new(items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator : IEnumerator<T>
    {
        private readonly List<T> items;
        private List<T>.Enumerator walk;

        internal Enumerator(List<T> items)
        {
            this.items = items;
            walk = items.GetEnumerator();
        }

        public readonly T Current => walk.Current;

        readonly object? IEnumerator.Current => Current;

        public bool MoveNext() => walk.MoveNext();

        void IEnumerator.Reset() => walk = items.GetEnumerator();

        public readonly void Dispose()
        {
        }
    }
}
