using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

/// <summary>First in, first out: a ring in an array that grows.</summary>
public class Queue<T> : IReadOnlyCollection<T>
{
    private const int SmallestCapacity = 4;

    private T[] ring;
    private int head;
    private int version;

    public Queue() => ring = [];

    public Queue(int capacity)
    {
        if (capacity < 0)
            throw Fail.Negative(nameof(capacity));
        ring = new T[capacity];
    }

    public Queue(IEnumerable<T> collection)
        : this()
    {
        ArgumentNullException.ThrowIfNull(collection);
        foreach (T item in collection)
            Enqueue(item);
    }

    public int Count { get; private set; }

    public void Enqueue(T item)
    {
        if (Count == ring.Length)
            Resize(Math.Max(SmallestCapacity, ring.Length * 2));
        ring[Place(Count)] = item;
        Count++;
        version++;
    }

    public T Dequeue() => TryDequeue(out T? item) ? item : throw Fail.Empty("Queue");

    public bool TryDequeue([MaybeNullWhen(false)] out T result)
    {
        if (!TryPeek(out result))
            return false;
        ring[head] = default!;
        head = Place(1);
        Count--;
        version++;
        return true;
    }

    public T Peek() => TryPeek(out T? item) ? item : throw Fail.Empty("Queue");

    public bool TryPeek([MaybeNullWhen(false)] out T result)
    {
        result = Count > 0 ? ring[head] : default;
        return Count > 0;
    }

    public bool Contains(T item)
    {
        foreach (T other in this)
        {
            if (EqualityComparer<T>.Default.Equals(other, item))
                return true;
        }

        return false;
    }

    public void Clear()
    {
        Array.Clear(ring);
        head = Count = 0;
        version++;
    }

    public T[] ToArray()
    {
        var array = new T[Count];
        CopyTo(array, 0);
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex)
    {
        foreach (T item in this)
            array[arrayIndex++] = item;
    }

    public int EnsureCapacity(int capacity)
    {
        if (capacity > ring.Length)
            Resize(Math.Max(capacity, ring.Length * 2));
        return ring.Length;
    }

    public void TrimExcess() => Resize(Count);

    public Enumerator GetEnumerator() => new(this);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Where the element is that is so many after the first.</summary>
    private int Place(int offset) => offset < ring.Length - head ? head + offset : head + offset - ring.Length;

    private void Resize(int capacity)
    {
        var larger = new T[capacity];
        CopyTo(larger, 0);
        ring = larger;
        head = 0;
    }

    public struct Enumerator : IEnumerator<T>
    {
        private readonly Queue<T> queue;
        private readonly int version;
        private int index;

        internal Enumerator(Queue<T> queue)
        {
            this.queue = queue;
            version = queue.version;
            index = -1;
        }

        public readonly T Current => (uint)index < (uint)queue.Count
            ? queue.ring[queue.Place(index)]
            : throw new InvalidOperationException(index < 0 ? "Enumeration has not started. Call MoveNext." : "Enumeration already finished.");

        readonly object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            if (version != queue.version)
                throw Fail.Modified();
            if (index < queue.Count)
                index++;
            return index < queue.Count;
        }

        void IEnumerator.Reset() => index = -1;

        public readonly void Dispose()
        {
        }
    }
}
