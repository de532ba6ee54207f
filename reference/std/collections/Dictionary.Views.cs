namespace System.Collections.Generic;

// A dictionary's keys and values as collections of their own, which show what is in the dictionary at any time.
public partial class Dictionary<TKey, TValue>
{
    public sealed class KeyCollection : ICollection<TKey>, IReadOnlyCollection<TKey>
    {
        private readonly Dictionary<TKey, TValue> dictionary;

        public KeyCollection(Dictionary<TKey, TValue> dictionary) => this.dictionary = dictionary;

        public int Count => dictionary.Count;

        bool ICollection<TKey>.IsReadOnly => true;

        public Enumerator GetEnumerator() => new(dictionary.table);

        IEnumerator<TKey> IEnumerable<TKey>.GetEnumerator() => GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        public bool Contains(TKey item) => dictionary.ContainsKey(item);

        public void CopyTo(TKey[] array, int index)
        {
            foreach (TKey item in this)
                array[index++] = item;
        }

        void ICollection<TKey>.Add(TKey item) => throw Derived();

        void ICollection<TKey>.Clear() => throw Derived();

        bool ICollection<TKey>.Remove(TKey item) => throw Derived();

        private static NotSupportedException Derived() => new("Mutating a key collection derived from a dictionary is not allowed.");

        public struct Enumerator : IEnumerator<TKey>
        {
            private EntryWalk<TKey, TValue> walk;

            internal Enumerator(HashTable<TKey, TValue> table) => walk = new EntryWalk<TKey, TValue>(table);

            public readonly TKey Current => walk.Entry.Key;

            readonly object? IEnumerator.Current => Current;

            public bool MoveNext() => walk.MoveNext();

            void IEnumerator.Reset() => walk.Reset();

            public readonly void Dispose()
            {
            }
        }
    }

    public sealed class ValueCollection : ICollection<TValue>, IReadOnlyCollection<TValue>
    {
        private readonly Dictionary<TKey, TValue> dictionary;

        public ValueCollection(Dictionary<TKey, TValue> dictionary) => this.dictionary = dictionary;

        public int Count => dictionary.Count;

        bool ICollection<TValue>.IsReadOnly => true;

        public Enumerator GetEnumerator() => new(dictionary.table);

        IEnumerator<TValue> IEnumerable<TValue>.GetEnumerator() => GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        bool ICollection<TValue>.Contains(TValue item) => dictionary.ContainsValue(item);

        public void CopyTo(TValue[] array, int index)
        {
            foreach (TValue item in this)
                array[index++] = item;
        }

        void ICollection<TValue>.Add(TValue item) => throw Derived();

        void ICollection<TValue>.Clear() => throw Derived();

        bool ICollection<TValue>.Remove(TValue item) => throw Derived();

        private static NotSupportedException Derived() => new("Mutating a value collection derived from a dictionary is not allowed.");

        public struct Enumerator : IEnumerator<TValue>
        {
            private EntryWalk<TKey, TValue> walk;

            internal Enumerator(HashTable<TKey, TValue> table) => walk = new EntryWalk<TKey, TValue>(table);

            public readonly TValue Current => walk.Entry.Value;

            readonly object? IEnumerator.Current => Current;

            public bool MoveNext() => walk.MoveNext();

            void IEnumerator.Reset() => walk.Reset();

            public readonly void Dispose()
            {
            }
        }
    }
}
