using System;

namespace Euralios.Std;

/// <summary>An array in the making.</summary>
internal sealed class ArrayBuilder<T>
{
    private T[] items = new T[16];

    internal int Count { get; private set; }

    internal ReadOnlySpan<T> Items => new(items, 0, Count);

    internal void Add(T item)
    {
        if (Count == items.Length)
        {
            var larger = new T[Count * 2];
            Array.Copy(items, larger, Count);
            items = larger;
        }

        items[Count++] = item;
    }

    internal T[] ToArray() => Items.ToArray();
}
