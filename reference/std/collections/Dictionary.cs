using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

/// <summary>Values by their keys.</summary>
public partial class Dictionary<TKey, TValue> : IDictionary<TKey, TValue>, IReadOnlyDictionary<TKey, TValue>
    where TKey : notnull
{
    private readonly HashTable<TKey, TValue> table;

    public Dictionary()
        : this(0, null)
    {
    }

    public Dictionary(int capacity)
        : this(capacity, null)
    {
    }

    public Dictionary(IEqualityComparer<TKey>? comparer)
        : this(0, comparer)
    {
    }

    public Dictionary(int capacity, IEqualityComparer<TKey>? comparer)
    {
        table = new HashTable<TKey, TValue>(comparer);
        table.EnsureCapacity(capacity);
    }

    public Dictionary(IDictionary<TKey, TValue> dictionary)
        : this(dictionary, null)
    {
    }

    public Dictionary(IDictionary<TKey, TValue> dictionary, IEqualityComparer<TKey>? comparer)
        : this((IEnumerable<KeyValuePair<TKey, TValue>>)dictionary, comparer)
    {
    }

    public Dictionary(IEnumerable<KeyValuePair<TKey, TValue>> collection)
        : this(collection, null)
    {
    }

    public Dictionary(IEnumerable<KeyValuePair<TKey, TValue>> collection, IEqualityComparer<TKey>? comparer)
        : this(0, comparer)
    {
        ArgumentNullException.ThrowIfNull(collection);
        foreach (KeyValuePair<TKey, TValue> pair in collection)
            Add(pair.Key, pair.Value);
    }

    public int Count => table.Count;

    public IEqualityComparer<TKey> Comparer => table.Comparer;

    public KeyCollection Keys => new(this);

    public ValueCollection Values => new(this);

    ICollection<TKey> IDictionary<TKey, TValue>.Keys => Keys;

    ICollection<TValue> IDictionary<TKey, TValue>.Values => Values;

    IEnumerable<TKey> IReadOnlyDictionary<TKey, TValue>.Keys => Keys;

    IEnumerable<TValue> IReadOnlyDictionary<TKey, TValue>.Values => Values;

    bool ICollection<KeyValuePair<TKey, TValue>>.IsReadOnly => false;

    public TValue this[TKey key]
    {
        get
        {
            int index = table.Find(key);
            return index >= 0 ? table.Entries[index].Value : throw new KeyNotFoundException($"The given key '{key}' was not present in the dictionary.");
        }

        set
        {
            int index = table.Find(key);
            if (index >= 0)
                table.Entries[index].Value = value;
            else
                table.Add(key, value);
        }
    }

    public void Add(TKey key, TValue value)
    {
        if (!TryAdd(key, value))
            throw new ArgumentException($"An item with the same key has already been added. Key: {key}");
    }

    public bool TryAdd(TKey key, TValue value)
    {
        if (table.Find(key) >= 0)
            return false;
        table.Add(key, value);
        return true;
    }

    public bool ContainsKey(TKey key) => table.Find(key) >= 0;

    public bool ContainsValue(TValue value)
    {
        foreach (TValue other in Values)
        {
            if (EqualityComparer<TValue>.Default.Equals(other, value))
                return true;
        }

        return false;
    }

    public bool TryGetValue(TKey key, [MaybeNullWhen(false)] out TValue value)
    {
        int index = table.Find(key);
        value = index >= 0 ? table.Entries[index].Value : default;
        return index >= 0;
    }

    public bool Remove(TKey key) => table.Remove(key, out _);

    public bool Remove(TKey key, [MaybeNullWhen(false)] out TValue value) => table.Remove(key, out value);

    public void Clear() => table.Clear();

    public int EnsureCapacity(int capacity) => table.EnsureCapacity(capacity);

    public Enumerator GetEnumerator() => new(table);

    IEnumerator<KeyValuePair<TKey, TValue>> IEnumerable<KeyValuePair<TKey, TValue>>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    void ICollection<KeyValuePair<TKey, TValue>>.Add(KeyValuePair<TKey, TValue> item) => Add(item.Key, item.Value);

    bool ICollection<KeyValuePair<TKey, TValue>>.Contains(KeyValuePair<TKey, TValue> item) =>
        TryGetValue(item.Key, out TValue? value) && EqualityComparer<TValue>.Default.Equals(value, item.Value);

    bool ICollection<KeyValuePair<TKey, TValue>>.Remove(KeyValuePair<TKey, TValue> item) =>
        ((ICollection<KeyValuePair<TKey, TValue>>)this).Contains(item) && Remove(item.Key);

    void ICollection<KeyValuePair<TKey, TValue>>.CopyTo(KeyValuePair<TKey, TValue>[] array, int arrayIndex)
    {
        foreach (KeyValuePair<TKey, TValue> pair in this)
            array[arrayIndex++] = pair;
    }

    public struct Enumerator : IEnumerator<KeyValuePair<TKey, TValue>>
    {
        private EntryWalk<TKey, TValue> walk;

        internal Enumerator(HashTable<TKey, TValue> table) => walk = new EntryWalk<TKey, TValue>(table);

        public readonly KeyValuePair<TKey, TValue> Current => new(walk.Entry.Key, walk.Entry.Value);

        readonly object? IEnumerator.Current => Current;

        public bool MoveNext() => walk.MoveNext();

        void IEnumerator.Reset() => walk.Reset();

        public readonly void Dispose()
        {
        }
    }
}
