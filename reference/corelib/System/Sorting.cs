using System.Collections.Generic;
using System.Numerics;

namespace System;

/// <summary>
/// Introsort: quicksort on the median of three, insertion sort for short runs, heapsort where the partitions go wrong. Equal elements may change
/// places: this is .NET's own sequence of steps, so that they end in the same order as there.
/// </summary>
internal static class Sorting
{
    private const int ShortRun = 16;

    internal static void Sort<T>(Span<T> keys, IComparer<T> comparer)
    {
        if (keys.Length > 1)
            Sort(keys, 2 * (BitOperations.Log2((uint)keys.Length) + 1), comparer);
    }

    private static void Sort<T>(Span<T> keys, int depth, IComparer<T> comparer)
    {
        int size = keys.Length;
        while (size > 1)
        {
            if (size <= ShortRun)
            {
                SortShort(keys.Slice(0, size), comparer);
                return;
            }

            if (depth == 0)
            {
                HeapSort(keys.Slice(0, size), comparer);
                return;
            }

            depth--;
            int pivot = Partition(keys.Slice(0, size), comparer);
            Sort(keys.Slice(pivot + 1, size - pivot - 1), depth, comparer);
            size = pivot;
        }
    }

    private static void SortShort<T>(Span<T> keys, IComparer<T> comparer)
    {
        if (keys.Length == 2)
        {
            Order(keys, comparer, 0, 1);
        }
        else if (keys.Length == 3)
        {
            Order(keys, comparer, 0, 1);
            Order(keys, comparer, 0, 2);
            Order(keys, comparer, 1, 2);
        }
        else
        {
            InsertionSort(keys, comparer);
        }
    }

    private static void Order<T>(Span<T> keys, IComparer<T> comparer, int i, int j)
    {
        if (comparer.Compare(keys[i], keys[j]) > 0)
            Swap(keys, i, j);
    }

    private static void Swap<T>(Span<T> keys, int i, int j) => (keys[i], keys[j]) = (keys[j], keys[i]);

    private static int Partition<T>(Span<T> keys, IComparer<T> comparer)
    {
        int high = keys.Length - 1;
        int middle = high >> 1;
        Order(keys, comparer, 0, middle);
        Order(keys, comparer, 0, high);
        Order(keys, comparer, middle, high);

        T pivot = keys[middle];
        Swap(keys, middle, high - 1);
        int left = 0;
        int right = high - 1;
        while (left < right)
        {
            while (comparer.Compare(keys[++left], pivot) < 0)
                continue;
            while (comparer.Compare(pivot, keys[--right]) < 0)
                continue;
            if (left >= right)
                break;
            Swap(keys, left, right);
        }

        if (left != high - 1)
            Swap(keys, left, high - 1);
        return left;
    }

    private static void HeapSort<T>(Span<T> keys, IComparer<T> comparer)
    {
        int count = keys.Length;
        for (int i = count >> 1; i >= 1; i--)
            Sink(keys, i, count, comparer);
        for (int i = count; i > 1; i--)
        {
            Swap(keys, 0, i - 1);
            Sink(keys, 1, i - 1, comparer);
        }
    }

    /// <summary>Restores the heap below a place; places count from 1.</summary>
    private static void Sink<T>(Span<T> keys, int place, int count, IComparer<T> comparer)
    {
        T sinking = keys[place - 1];
        while (place <= count >> 1)
        {
            int child = 2 * place;
            if (child < count && comparer.Compare(keys[child - 1], keys[child]) < 0)
                child++;
            if (comparer.Compare(sinking, keys[child - 1]) >= 0)
                break;
            keys[place - 1] = keys[child - 1];
            place = child;
        }

        keys[place - 1] = sinking;
    }

    private static void InsertionSort<T>(Span<T> keys, IComparer<T> comparer)
    {
        for (int i = 0; i < keys.Length - 1; i++)
        {
            T inserted = keys[i + 1];
            int j = i;
            for (; j >= 0 && comparer.Compare(inserted, keys[j]) < 0; j--)
                keys[j + 1] = keys[j];
            keys[j + 1] = inserted;
        }
    }
}
