using System.Collections;
using System.Collections.Generic;

namespace System.Linq;

/// <summary>A sequence in an order that can be refined.</summary>
public interface IOrderedEnumerable<out TElement> : IEnumerable<TElement>
{
}

/// <summary>A sequence and the keys by which it is ordered, the most important first.</summary>
internal sealed class OrderedSequence<T>(IEnumerable<T> source, Ordering<T>[] orderings) : IOrderedEnumerable<T>
{
    /// <summary>The same with one more key, which counts where all others are equal.</summary>
    internal OrderedSequence<T> With(Ordering<T> ordering) => new(source, [.. orderings, ordering]);

    public IEnumerator<T> GetEnumerator()
    {
        T[] elements = source.ToArray();
        foreach (Ordering<T> ordering in orderings)
            ordering.Compute(elements);
        int[] places = new int[elements.Length];
        for (int i = 0; i < places.Length; i++)
            places[i] = i;

        // No two places are equal, so the sort need not be stable for the order to be.
        Array.Sort(places, Compare);
        foreach (int place in places)
            yield return elements[place];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int Compare(int a, int b)
    {
        foreach (Ordering<T> ordering in orderings)
        {
            int order = ordering.Compare(a, b);
            if (order != 0)
                return order;
        }

        return a - b;
    }
}

/// <summary>One key of an order, computed once for each element.</summary>
internal abstract class Ordering<T>
{
    internal abstract void Compute(T[] elements);

    internal abstract int Compare(int a, int b);
}

internal sealed class KeyOrdering<T, TKey>(Func<T, TKey> keySelector, IComparer<TKey>? comparer, bool isDescending) : Ordering<T>
{
    private readonly IComparer<TKey> comparer = comparer ?? Comparer<TKey>.Default;
    private TKey[] keys = [];

    internal override void Compute(T[] elements)
    {
        keys = new TKey[elements.Length];
        for (int i = 0; i < keys.Length; i++)
            keys[i] = keySelector(elements[i]);
    }

    internal override int Compare(int a, int b)
    {
        int order = comparer.Compare(keys[a], keys[b]);
        return isDescending ? order < 0 ? 1 : order > 0 ? -1 : 0 : order;
    }
}
