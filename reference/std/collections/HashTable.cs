using System.Numerics;

namespace System.Collections.Generic;

/// <summary>
/// What dictionaries and hash sets are made of: entries in an array, chained by the hash codes of their keys. Without removals they are in the
/// order in which they were added; the place that was freed last is taken first. So it is in .NET, whose enumerations go in the same order.
/// </summary>
internal sealed class HashTable<TKey, TValue>(IEqualityComparer<TKey>? comparer)
{
    private const int SmallestCapacity = 4;
    private const int End = -1;

    /// <summary>In the place of the next entry's index: free, and the index of the next free one below this.</summary>
    private const int FreeBase = -3;

    /// <summary>2^32 divided by the golden ratio: spreads hash codes over the highest bits.</summary>
    private const uint Spread = 0x9E37_79B1;

    private int[] buckets = [];
    private int used;
    private int firstFree = End;
    private int freeCount;

    internal IEqualityComparer<TKey> Comparer { get; } = comparer ?? EqualityComparer<TKey>.Default;

    internal Entry[] Entries { get; private set; } = [];

    internal int Count => used - freeCount;

    internal int Version { get; private set; }

    /// <summary>The index of a key's entry, or -1.</summary>
    internal int Find(TKey key)
    {
        if (key is null)
            throw new ArgumentNullException(nameof(key));
        if (buckets.Length == 0)
            return End;
        int hash = Comparer.GetHashCode(key);
        for (int i = buckets[Bucket(hash)] - 1; i >= 0; i = Entries[i].Next)
        {
            if (Entries[i].Hash == hash && Comparer.Equals(Entries[i].Key, key))
                return i;
        }

        return End;
    }

    /// <summary>Adds a key that is not there, and returns its entry's index.</summary>
    internal int Add(TKey key, TValue value)
    {
        int index;
        if (freeCount > 0)
        {
            index = firstFree;
            firstFree = FreeBase - Entries[index].Next;
            freeCount--;
        }
        else
        {
            if (used == Entries.Length)
                Resize(used == 0 ? SmallestCapacity : checked(used * 2));
            index = used++;
        }

        int hash = Comparer.GetHashCode(key!);
        ref int bucket = ref buckets[Bucket(hash)];
        Entries[index] = new Entry { Hash = hash, Next = bucket - 1, Key = key, Value = value };
        bucket = index + 1;
        Version++;
        return index;
    }

    /// <summary>Removes a key's entry and says what was in it; false where there is none.</summary>
    internal bool Remove(TKey key, out TValue? value)
    {
        int index = Find(key);
        value = index < 0 ? default : Entries[index].Value;
        if (index >= 0)
            RemoveAt(index);
        return index >= 0;
    }

    internal void RemoveAt(int index)
    {
        ref int bucket = ref buckets[Bucket(Entries[index].Hash)];
        if (bucket - 1 == index)
        {
            bucket = Entries[index].Next + 1;
        }
        else
        {
            int before = bucket - 1;
            while (Entries[before].Next != index)
                before = Entries[before].Next;
            Entries[before].Next = Entries[index].Next;
        }

        Entries[index] = new Entry { Next = FreeBase - firstFree };
        firstFree = index;
        freeCount++;
    }

    internal void Clear()
    {
        Array.Clear(buckets);
        Array.Clear(Entries, 0, used);
        used = 0;
        firstFree = End;
        freeCount = 0;
        Version++;
    }

    internal int EnsureCapacity(int capacity)
    {
        if (capacity < 0)
            throw new ArgumentOutOfRangeException(nameof(capacity));
        if (capacity > Entries.Length)
            Resize(capacity);
        return Entries.Length;
    }

    /// <summary>The index of the next entry from one on, or -1.</summary>
    internal int Next(int index)
    {
        for (; index < used; index++)
        {
            if (Entries[index].Next >= End)
                return index;
        }

        return End;
    }

    private int Bucket(int hash) => (int)((uint)hash * Spread >> (32 - BitOperations.Log2((uint)buckets.Length)));

    private void Resize(int capacity)
    {
        var entries = new Entry[capacity];
        Array.Copy(Entries, entries, used);
        Entries = entries;

        // At least two, because the number of a single bucket would have no bits.
        buckets = new int[2 << BitOperations.Log2((uint)Math.Max(capacity - 1, 1))];
        for (int i = 0; i < used; i++)
        {
            if (entries[i].Next < End)
                continue;
            ref int bucket = ref buckets[Bucket(entries[i].Hash)];
            entries[i].Next = bucket - 1;
            bucket = i + 1;
        }
    }

    internal struct Entry
    {
        internal int Hash;

        /// <summary>The next entry of the chain, or -1; below that the entry is free.</summary>
        internal int Next;
        internal TKey Key;
        internal TValue Value;
    }
}
