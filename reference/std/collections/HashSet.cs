using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

public interface IReadOnlySet<T> : IReadOnlyCollection<T>
{
    bool Contains(T item);

    bool IsProperSubsetOf(IEnumerable<T> other);

    bool IsProperSupersetOf(IEnumerable<T> other);

    bool IsSubsetOf(IEnumerable<T> other);

    bool IsSupersetOf(IEnumerable<T> other);

    bool Overlaps(IEnumerable<T> other);

    bool SetEquals(IEnumerable<T> other);
}

public interface ISet<T> : ICollection<T>
{
    new bool Add(T item);

    void ExceptWith(IEnumerable<T> other);

    void IntersectWith(IEnumerable<T> other);

    bool IsProperSubsetOf(IEnumerable<T> other);

    bool IsProperSupersetOf(IEnumerable<T> other);

    bool IsSubsetOf(IEnumerable<T> other);

    bool IsSupersetOf(IEnumerable<T> other);

    bool Overlaps(IEnumerable<T> other);

    bool SetEquals(IEnumerable<T> other);

    void SymmetricExceptWith(IEnumerable<T> other);

    void UnionWith(IEnumerable<T> other);
}

/// <summary>Values that are each there once, found by their hash codes.</summary>
public class HashSet<T> : ISet<T>, IReadOnlySet<T>
{
    /// <summary>Null may be a member, but not a key: members are kept in a struct that hides it.</summary>
    private readonly HashTable<Member, bool> table;

    public HashSet()
        : this((IEqualityComparer<T>?)null)
    {
    }

    public HashSet(IEqualityComparer<T>? comparer)
    {
        Comparer = comparer ?? EqualityComparer<T>.Default;
        table = new HashTable<Member, bool>(new MemberComparer(Comparer));
    }

    public HashSet(int capacity)
        : this(capacity, null)
    {
    }

    public HashSet(int capacity, IEqualityComparer<T>? comparer)
        : this(comparer) => EnsureCapacity(capacity);

    public HashSet(IEnumerable<T> collection)
        : this(collection, null)
    {
    }

    public HashSet(IEnumerable<T> collection, IEqualityComparer<T>? comparer)
        : this(comparer)
    {
        ArgumentNullException.ThrowIfNull(collection);
        UnionWith(collection);
    }

    public int Count => table.Count;

    public IEqualityComparer<T> Comparer { get; }

    bool ICollection<T>.IsReadOnly => false;

    public bool Add(T item)
    {
        if (Contains(item))
            return false;
        table.Add(new Member(item), true);
        return true;
    }

    void ICollection<T>.Add(T item) => Add(item);

    public bool Contains(T item) => table.Find(new Member(item)) >= 0;

    public bool Remove(T item) => table.Remove(new Member(item), out _);

    public bool TryGetValue(T equalValue, [MaybeNullWhen(false)] out T actualValue)
    {
        int index = table.Find(new Member(equalValue));
        actualValue = index >= 0 ? table.Entries[index].Key.Value : default;
        return index >= 0;
    }

    public int RemoveWhere(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        int removed = 0;
        for (int i = table.Next(0); i >= 0; i = table.Next(i + 1))
        {
            if (!match(table.Entries[i].Key.Value))
                continue;
            table.RemoveAt(i);
            removed++;
        }

        return removed;
    }

    public void Clear() => table.Clear();

    public int EnsureCapacity(int capacity) => table.EnsureCapacity(capacity);

    public void UnionWith(IEnumerable<T> other)
    {
        foreach (T item in other)
            Add(item);
    }

    public void IntersectWith(IEnumerable<T> other)
    {
        HashSet<T> kept = AsSet(other);
        RemoveWhere(item => !kept.Contains(item));
    }

    public void ExceptWith(IEnumerable<T> other)
    {
        if (ReferenceEquals(other, this))
        {
            Clear();
            return;
        }

        foreach (T item in other)
            Remove(item);
    }

    public void SymmetricExceptWith(IEnumerable<T> other)
    {
        foreach (T item in new HashSet<T>(other, Comparer))
        {
            if (!Remove(item))
                Add(item);
        }
    }

    public bool IsSubsetOf(IEnumerable<T> other) => IsWithin(AsSet(other));

    public bool IsProperSubsetOf(IEnumerable<T> other) => AsSet(other) is var set && Count < set.Count && IsWithin(set);

    public bool IsSupersetOf(IEnumerable<T> other)
    {
        foreach (T item in other)
        {
            if (!Contains(item))
                return false;
        }

        return true;
    }

    public bool IsProperSupersetOf(IEnumerable<T> other) => AsSet(other) is var set && Count > set.Count && set.IsWithin(this);

    public bool Overlaps(IEnumerable<T> other)
    {
        foreach (T item in other)
        {
            if (Contains(item))
                return true;
        }

        return false;
    }

    public bool SetEquals(IEnumerable<T> other) => AsSet(other) is var set && Count == set.Count && IsWithin(set);

    public void CopyTo(T[] array) => CopyTo(array, 0);

    public void CopyTo(T[] array, int arrayIndex)
    {
        foreach (T item in this)
            array[arrayIndex++] = item;
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private HashSet<T> AsSet(IEnumerable<T> other) =>
        other is HashSet<T> set && ReferenceEquals(set.Comparer, Comparer) ? set : new HashSet<T>(other, Comparer);

    private bool IsWithin(HashSet<T> other)
    {
        foreach (T item in this)
        {
            if (!other.Contains(item))
                return false;
        }

        return true;
    }

    public struct Enumerator : IEnumerator<T>
    {
        private EntryWalk<Member, bool> walk;

        internal Enumerator(HashSet<T> set) => walk = new EntryWalk<Member, bool>(set.table);

        public readonly T Current => walk.Entry.Key.Value;

        readonly object? IEnumerator.Current => Current;

        public bool MoveNext() => walk.MoveNext();

        void IEnumerator.Reset() => walk.Reset();

        public readonly void Dispose()
        {
        }
    }

    private readonly struct Member(T value)
    {
        internal readonly T Value = value;
    }

    private sealed class MemberComparer(IEqualityComparer<T> comparer) : IEqualityComparer<Member>
    {
        public bool Equals(Member x, Member y) => comparer.Equals(x.Value, y.Value);

        public int GetHashCode(Member obj) => obj.Value is null ? 0 : comparer.GetHashCode(obj.Value);
    }
}
