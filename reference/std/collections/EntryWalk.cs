namespace System.Collections.Generic;

/// <summary>A walk over a hash table's entries: what their enumerators have in common.</summary>
internal struct EntryWalk<TKey, TValue>
{
    private readonly HashTable<TKey, TValue> table;
    private readonly int version;
    private int index;
    private HashTable<TKey, TValue>.Entry entry;

    internal EntryWalk(HashTable<TKey, TValue> table)
    {
        this.table = table;
        version = table.Version;
        index = 0;
        entry = default;
    }

    internal readonly HashTable<TKey, TValue>.Entry Entry => entry;

    internal bool MoveNext()
    {
        if (version != table.Version)
            throw Fail.Modified();
        int next = index < 0 ? -1 : table.Next(index);
        entry = next < 0 ? default : table.Entries[next];
        index = next < 0 ? -1 : next + 1;
        return next >= 0;
    }

    internal void Reset()
    {
        index = 0;
        entry = default;
    }
}
