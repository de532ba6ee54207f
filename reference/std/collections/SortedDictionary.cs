using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

/// <summary>Values by their keys, in the order of the keys.</summary>
/// <remarks>Two sorted arrays: looking up takes the logarithm of the count, adding and removing move the rest.</remarks>
public class SortedDictionary<TKey, TValue> : IDictionary<TKey, TValue>, IReadOnlyDictionary<TKey, TValue>
    where TKey : notnull
{
    private readonly List<TKey> keys = [];
    private readonly List<TValue> values = [];

    public SortedDictionary()
        : this((IComparer<TKey>?)null)
    {
    }

    public SortedDictionary(IComparer<TKey>? comparer) => Comparer = comparer ?? Comparer<TKey>.Default;

    public SortedDictionary(IDictionary<TKey, TValue> dictionary)
        : this(dictionary, null)
    {
    }

    public SortedDictionary(IDictionary<TKey, TValue> dictionary, IComparer<TKey>? comparer)
        : this(comparer)
    {
        ArgumentNullException.ThrowIfNull(dictionary);
        foreach (KeyValuePair<TKey, TValue> pair in dictionary)
            Add(pair.Key, pair.Value);
    }

    public int Count => keys.Count;

    public IComparer<TKey> Comparer { get; }

    public KeyCollection Keys => new(this);

    public ValueCollection Values => new(this);

    ICollection<TKey> IDictionary<TKey, TValue>.Keys => Keys;

    ICollection<TValue> IDictionary<TKey, TValue>.Values => Values;

    IEnumerable<TKey> IReadOnlyDictionary<TKey, TValue>.Keys => Keys;

    IEnumerable<TValue> IReadOnlyDictionary<TKey, TValue>.Values => Values;

    bool ICollection<KeyValuePair<TKey, TValue>>.IsReadOnly => false;

    public TValue this[TKey key]
    {
        get => TryGetValue(key, out TValue? value) ? value : throw new KeyNotFoundException($"The given key '{key}' was not present in the dictionary.");
        set
        {
            int index = Find(key);
            if (index >= 0)
                values[index] = value;
            else
                InsertAt(~index, key, value);
        }
    }

    public void Add(TKey key, TValue value)
    {
        int index = Find(key);
        if (index >= 0)
            throw new ArgumentException($"An item with the same key has already been added. Key: {key}");
        InsertAt(~index, key, value);
    }

    public bool ContainsKey(TKey key) => Find(key) >= 0;

    public bool ContainsValue(TValue value) => values.Contains(value);

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        int index = Find(key);
        value = index >= 0 ? values[index] : default;
        return index >= 0;
    }

    public bool Remove(TKey key)
    {
        int index = Find(key);
        if (index < 0)
            return false;
        keys.RemoveAt(index);
        values.RemoveAt(index);
        return true;
    }

    public void Clear()
    {
        keys.Clear();
        values.Clear();
    }

    public void CopyTo(KeyValuePair<TKey, TValue>[] array, int index)
    {
        foreach (KeyValuePair<TKey, TValue> pair in this)
            array[index++] = pair;
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection<KeyValuePair<TKey, TValue>>.Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<TKey, TValue>>.Contains(KeyValuePair<TKey, TValue> item) =>
        TryGetValue(item.Key, out TValue? value) && EqualityComparer<TValue>.Default.Equals(value, item.Value);

    bool ICollection<KeyValuePair<TKey, TValue>>.Remove(KeyValuePair<TKey, TValue> item) =>
        ((ICollection<KeyValuePair<TKey, TValue>>)this).Contains(item) && Remove(item.Key);

    private int Find(TKey key) => key is null ? throw new ArgumentNullException(nameof(key)) : keys.BinarySearch(key, Comparer);

    private void InsertAt(int index, TKey key, TValue value)
    {
        keys.Insert(index, key);
        values.Insert(index, value);
    }

    public struct Enumerator : IEnumerator<KeyValuePair<TKey, TValue>>
    {
        private readonly SortedDictionary<TKey, TValue> dictionary;
        private List<TKey>.Enumerator keys;
        private int index;

        internal Enumerator(SortedDictionary<TKey, TValue> dictionary)
        {
            this.dictionary = dictionary;
            keys = dictionary.keys.GetEnumerator();
            index = -1;
        }

        public readonly KeyValuePair<TKey, TValue> Current => new(keys.Current, dictionary.values[index]);

        readonly object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            index++;
            return keys.MoveNext();
        }

        void IEnumerator.Reset()
        {
            keys = dictionary.keys.GetEnumerator();
            index = -1;
        }

        public readonly void Dispose()
        {
        }
    }

    public sealed class KeyCollection(SortedDictionary<TKey, TValue> dictionary) : ICollection<TKey>, IReadOnlyCollection<TKey>
    {
        public int Count => dictionary.Count;

        bool ICollection<TKey>.IsReadOnly => true;

        public bool Contains(TKey item) => dictionary.ContainsKey(item);

        public void CopyTo(TKey[] array, int index) => dictionary.keys.CopyTo(array, index);

        IEnumerator<TKey> IEnumerable<TKey>.GetEnumerator() => dictionary.keys.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => dictionary.keys.GetEnumerator();

        void ICollection<TKey>.Add(TKey item) => throw Derived();

        void ICollection<TKey>.Clear() => throw Derived();

        bool ICollection<TKey>.Remove(TKey item) => throw Derived();

        private static NotSupportedException Derived() => new("Mutating a key collection derived from a dictionary is not allowed.");
    }

    public sealed class ValueCollection(SortedDictionary<TKey, TValue> dictionary) : ICollection<TValue>, IReadOnlyCollection<TValue>
    {
        public int Count => dictionary.Count;

        bool ICollection<TValue>.IsReadOnly => true;

        public void CopyTo(TValue[] array, int index) => dictionary.values.CopyTo(array, index);

        bool ICollection<TValue>.Contains(TValue item) => dictionary.ContainsValue(item);

        IEnumerator<TValue> IEnumerable<TValue>.GetEnumerator() => dictionary.values.GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => dictionary.values.GetEnumerator();

        void ICollection<TValue>.Add(TValue item) => throw Derived();

        void ICollection<TValue>.Clear() => throw Derived();

        bool ICollection<TValue>.Remove(TValue item) => throw Derived();

        private static NotSupportedException Derived() => new("Mutating a value collection derived from a dictionary is not allowed.");
    }
}
