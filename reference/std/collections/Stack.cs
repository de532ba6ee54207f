using System.Diagnostics.CodeAnalysis;

namespace System.Collections.Generic;

/// <summary>Last in, first out. It is enumerated from the top.</summary>
public class Stack<T> : IReadOnlyCollection<T>
{
    private readonly List<T> items;

    public Stack() => items = [];

    public Stack(int capacity) => items = new List<T>(capacity);

    public Stack(IEnumerable<T> collection) => items = new List<T>(collection);

    public int Count => items.Count;

    public void Push(T item) => items.Add(item);

    public T Pop() => TryPop(out T? item) ? item : throw Fail.Empty("Stack");

    public bool TryPop([MaybeNullWhen(false)] out T result)
    {
        if (!TryPeek(out result))
            return false;
        items.RemoveAt(items.Count - 1);
        return true;
    }

    public T Peek() => TryPeek(out T? item) ? item : throw Fail.Empty("Stack");

    public bool TryPeek([MaybeNullWhen(false)] out T result)
    {
        result = Count > 0 ? items[Count - 1] : default;
        return Count > 0;
    }

    public bool Contains(T item) => items.Contains(item);

    public void Clear() => items.Clear();

    public T[] ToArray()
    {
        T[] array = items.ToArray();
        Array.Reverse(array);
        return array;
    }

    public void CopyTo(T[] array, int arrayIndex) => ToArray().CopyTo(array, arrayIndex);

    public int EnsureCapacity(int capacity) => items.EnsureCapacity(capacity);

    public void TrimExcess() => items.TrimExcess();

    public Enumerator GetEnumerator() => new(items);

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator : IEnumerator<T>
    {
        private readonly List<T> items;

        /// <summary>Runs along, and notices when the stack changes.</summary>
        private List<T>.Enumerator watch;
        private int index;

        internal Enumerator(List<T> items)
        {
            this.items = items;
            watch = items.GetEnumerator();
            index = items.Count;
        }

        public readonly T Current => items[index];

        readonly object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            index--;
            return watch.MoveNext();
        }

        void IEnumerator.Reset()
        {
            watch = items.GetEnumerator();
            index = items.Count;
        }

        public readonly void Dispose()
        {
        }
    }
}
