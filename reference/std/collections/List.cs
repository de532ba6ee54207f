namespace System.Collections.Generic;

/// <summary>Elements by index, in an array that grows.</summary>
public partial class List<T> : IList<T>, IReadOnlyList<T>
{
    private const int SmallestCapacity = 4;

    private T[] items;
    private int size;
    private int version;

    public List() => items = [];

    public List(int capacity)
    {
        if (capacity < 0)
            throw Fail.Negative(nameof(capacity));
        items = capacity == 0 ? [] : new T[capacity];
    }

    public List(IEnumerable<T> collection)
    {
        items = [];
        AddRange(collection);
    }

    public int Count => size;

    public int Capacity
    {
        get => items.Length;
        set
        {
            if (value < size)
                throw new ArgumentOutOfRangeException(nameof(value), "capacity was less than the current size.");
            Array.Resize(ref items, value);
        }
    }

    bool ICollection<T>.IsReadOnly => false;

    public T this[int index]
    {
        get
        {
            if ((uint)index >= (uint)size)
                throw Fail.Index();
            return items[index];
        }

        set
        {
            if ((uint)index >= (uint)size)
                throw Fail.Index();
            items[index] = value;
            version++;
        }
    }

    public void Add(T item)
    {
        version++;
        if (size == items.Length)
            Grow(size + 1);
        items[size++] = item;
    }

    public void AddRange(IEnumerable<T> collection) => InsertRange(size, collection);

    public void Clear()
    {
        version++;
        Array.Clear(items, 0, size);
        size = 0;
    }

    public void Insert(int index, T item)
    {
        if ((uint)index > (uint)size)
            throw new ArgumentOutOfRangeException(nameof(index), "Index must be within the bounds of the List.");
        MakeGap(index, 1);
        items[index] = item;
    }

    public void InsertRange(int index, IEnumerable<T> collection)
    {
        ArgumentNullException.ThrowIfNull(collection);
        if ((uint)index > (uint)size)
            throw Fail.Index();
        if (collection is ICollection<T> known)
        {
            int count = known.Count;
            if (count == 0)
                return;
            T[] copy = new T[count];
            known.CopyTo(copy, 0);
            MakeGap(index, count);
            copy.AsSpan().CopyTo(items.AsSpan(index));
        }
        else
        {
            foreach (T item in collection)
                Insert(index++, item);
        }
    }

    public bool Remove(T item)
    {
        int index = IndexOf(item);
        if (index >= 0)
            RemoveAt(index);
        return index >= 0;
    }

    public void RemoveAt(int index)
    {
        if ((uint)index >= (uint)size)
            throw Fail.Index();
        RemoveRange(index, 1);
    }

    public void RemoveRange(int index, int count)
    {
        Fail.UnlessWithin(index, count, size);
        if (count == 0)
            return;
        version++;
        Array.Copy(items, index + count, items, index, size - index - count);
        size -= count;
        Array.Clear(items, size, count);
    }

    /// <summary>Removes what matches, and returns how many that were.</summary>
    public int RemoveAll(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        int kept = 0;
        for (int i = 0; i < size; i++)
        {
            if (!match(items[i]))
                items[kept++] = items[i];
        }

        int removed = size - kept;
        Array.Clear(items, kept, removed);
        size = kept;
        version += removed > 0 ? 1 : 0;
        return removed;
    }

    public int EnsureCapacity(int capacity)
    {
        if (capacity < 0)
            throw Fail.Negative(nameof(capacity));
        if (items.Length < capacity)
            Grow(capacity);
        return items.Length;
    }

    public void TrimExcess()
    {
        if (size < (int)(items.Length * 0.9))
            Capacity = size;
    }

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void MakeGap(int index, int count)
    {
        version++;
        if (count > items.Length - size)
            Grow(checked(size + count));
        Array.Copy(items, index, items, index + count, size - index);
        size += count;
    }

    private void Grow(int least)
    {
        int doubled = items.Length == 0 ? SmallestCapacity : (int)Math.Min(2L * items.Length, Array.MaxLength);
        Capacity = Math.Max(doubled, least);
    }

    public struct Enumerator : IEnumerator<T>
    {
        private readonly List<T> list;
        private readonly int version;
        private int next;
        private T? current;

        internal Enumerator(List<T> list)
        {
            this.list = list;
            version = list.version;
            next = 0;
            current = default;
        }

        public readonly T Current => current!;

        readonly object? IEnumerator.Current => current;

        public bool MoveNext()
        {
            if (version != list.version)
                throw Fail.Modified();
            if (next >= list.size)
            {
                current = default;
                return false;
            }

            current = list.items[next++];
            return true;
        }

        void IEnumerator.Reset()
        {
            next = 0;
            current = default;
        }

        public readonly void Dispose()
        {
        }
    }
}
