namespace System.Collections.Generic;

// What is found in a list, made of it, and its order.
public partial class List<T>
{
    public int IndexOf(T item) => Array.IndexOf(items, item, 0, size);

    public int IndexOf(T item, int index)
    {
        if (index > size)
            throw Fail.Index();
        return Array.IndexOf(items, item, index, size - index);
    }

    public int IndexOf(T item, int index, int count)
    {
        Fail.UnlessWithin(index, count, size);
        return Array.IndexOf(items, item, index, count);
    }

    public int LastIndexOf(T item)
    {
        for (int i = size - 1; i >= 0; i--)
        {
            if (EqualityComparer<T>.Default.Equals(items[i], item))
                return i;
        }

        return -1;
    }

    public bool Contains(T item) => IndexOf(item) >= 0;

    public bool Exists(Predicate<T> match) => FindIndex(match) >= 0;

    public T? Find(Predicate<T> match) => FindIndex(match) is >= 0 and var index ? items[index] : default;

    public T? FindLast(Predicate<T> match) => FindLastIndex(match) is >= 0 and var index ? items[index] : default;

    public int FindIndex(Predicate<T> match) => FindIndex(0, size, match);

    public int FindIndex(int startIndex, Predicate<T> match) => FindIndex(startIndex, size - startIndex, match);

    public int FindIndex(int startIndex, int count, Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        Fail.UnlessWithin(startIndex, count, size);
        for (int i = startIndex; i < startIndex + count; i++)
        {
            if (match(items[i]))
                return i;
        }

        return -1;
    }

    public int FindLastIndex(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        for (int i = size - 1; i >= 0; i--)
        {
            if (match(items[i]))
                return i;
        }

        return -1;
    }

    public List<T> FindAll(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        var found = new List<T>();
        for (int i = 0; i < size; i++)
        {
            if (match(items[i]))
                found.Add(items[i]);
        }

        return found;
    }

    public bool TrueForAll(Predicate<T> match)
    {
        ArgumentNullException.ThrowIfNull(match);
        for (int i = 0; i < size; i++)
        {
            if (!match(items[i]))
                return false;
        }

        return true;
    }

    public void ForEach(Action<T> action)
    {
        ArgumentNullException.ThrowIfNull(action);
        foreach (T item in this)
            action(item);
    }

    public List<TOutput> ConvertAll<TOutput>(Converter<T, TOutput> converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        var converted = new List<TOutput>(size);
        for (int i = 0; i < size; i++)
            converted.Add(converter(items[i]));
        return converted;
    }

    public List<T> GetRange(int index, int count)
    {
        Fail.UnlessWithin(index, count, size);
        var range = new List<T>(count) { size = count };
        Array.Copy(items, index, range.items, 0, count);
        return range;
    }

    public List<T> Slice(int start, int length) => GetRange(start, length);

    public T[] ToArray() => items.AsSpan(0, size).ToArray();

    public void CopyTo(T[] array) => CopyTo(array, 0);

    public void CopyTo(T[] array, int arrayIndex) => Array.Copy(items, 0, array, arrayIndex, size);

    public void CopyTo(int index, T[] array, int arrayIndex, int count)
    {
        Fail.UnlessWithin(index, count, size);
        Array.Copy(items, index, array, arrayIndex, count);
    }

    public void Reverse() => Reverse(0, size);

    public void Reverse(int index, int count)
    {
        Fail.UnlessWithin(index, count, size);
        Array.Reverse(items, index, count);
        version++;
    }

    public void Sort() => Sort(0, size, null);

    public void Sort(IComparer<T>? comparer) => Sort(0, size, comparer);

    public void Sort(Comparison<T> comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        Sort(0, size, Comparer<T>.Create(comparison));
    }

    public void Sort(int index, int count, IComparer<T>? comparer)
    {
        Fail.UnlessWithin(index, count, size);
        Array.Sort(items, index, count, comparer);
        version++;
    }

    public int BinarySearch(T item) => BinarySearch(0, size, item, null);

    public int BinarySearch(T item, IComparer<T>? comparer) => BinarySearch(0, size, item, comparer);

    public int BinarySearch(int index, int count, T item, IComparer<T>? comparer)
    {
        Fail.UnlessWithin(index, count, size);
        return Array.BinarySearch(items, index, count, item, comparer);
    }
}
