using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace System;

// What is done with an array's elements.
public abstract unsafe partial class Array : ICloneable
{
    private const int LongestLength = 0x7FFF_FFC7; // .NET's

    public static int MaxLength => LongestLength;

    public static void Resize<T>([NotNull] ref T[]? array, int newSize)
    {
        if (newSize < 0)
            throw new ArgumentOutOfRangeException(nameof(newSize));
        if (array is null || array.Length == newSize)
        {
            array ??= new T[newSize];
            return;
        }

        T[] resized = new T[newSize];
        array.AsSpan(0, Math.Min(array.Length, newSize)).CopyTo(resized);
        array = resized;
    }

    public static int IndexOf<T>(T[] array, T value) => IndexOf(array, value, 0, array.Length);

    public static int IndexOf<T>(T[] array, T value, int startIndex) => IndexOf(array, value, startIndex, array.Length - startIndex);

    public static int IndexOf<T>(T[] array, T value, int startIndex, int count)
    {
        CheckRange(array, startIndex, count);
        EqualityComparer<T> comparer = EqualityComparer<T>.Default;
        for (int i = startIndex; i < startIndex + count; i++)
        {
            if (comparer.Equals(array[i], value))
                return i;
        }

        return -1;
    }

    public static int LastIndexOf<T>(T[] array, T value)
    {
        EqualityComparer<T> comparer = EqualityComparer<T>.Default;
        for (int i = array.Length - 1; i >= 0; i--)
        {
            if (comparer.Equals(array[i], value))
                return i;
        }

        return -1;
    }

    public static void Reverse<T>(T[] array) => array.AsSpan().Reverse();

    public static void Reverse<T>(T[] array, int index, int length)
    {
        CheckRange(array, index, length);
        array.AsSpan(index, length).Reverse();
    }

    public static void Sort<T>(T[] array) => Sorting.Sort<T>(array, Comparer<T>.Default);

    public static void Sort<T>(T[] array, IComparer<T>? comparer) => Sorting.Sort<T>(array, comparer ?? Comparer<T>.Default);

    public static void Sort<T>(T[] array, Comparison<T> comparison) => Sorting.Sort<T>(array, Comparer<T>.Create(comparison));

    public static void Sort<T>(T[] array, int index, int length) => Sort(array, index, length, null);

    public static void Sort<T>(T[] array, int index, int length, IComparer<T>? comparer)
    {
        CheckRange(array, index, length);
        Sorting.Sort(array.AsSpan(index, length), comparer ?? Comparer<T>.Default);
    }

    public static int BinarySearch<T>(T[] array, T value) => BinarySearch(array, 0, array.Length, value, null);

    public static int BinarySearch<T>(T[] array, T value, IComparer<T>? comparer) => BinarySearch(array, 0, array.Length, value, comparer);

    public static int BinarySearch<T>(T[] array, int index, int length, T value) => BinarySearch(array, index, length, value, null);

    /// <summary>The index of a value in sorted elements, or the complement of the index where it would be put.</summary>
    public static int BinarySearch<T>(T[] array, int index, int length, T value, IComparer<T>? comparer)
    {
        CheckRange(array, index, length);
        comparer ??= Comparer<T>.Default;
        int low = index;
        int high = index + length - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) >> 1);
            int order = comparer.Compare(array[middle], value);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return ~low;
    }

    public static bool Exists<T>(T[] array, Predicate<T> match) => FindIndex(array, match) >= 0;

    public static T? Find<T>(T[] array, Predicate<T> match) => FindIndex(array, match) is >= 0 and var index ? array[index] : default;

    public static T? FindLast<T>(T[] array, Predicate<T> match) => FindLastIndex(array, match) is >= 0 and var index ? array[index] : default;

    public static int FindIndex<T>(T[] array, Predicate<T> match)
    {
        for (int i = 0; i < array.Length; i++)
        {
            if (match(array[i]))
                return i;
        }

        return -1;
    }

    public static int FindLastIndex<T>(T[] array, Predicate<T> match)
    {
        for (int i = array.Length - 1; i >= 0; i--)
        {
            if (match(array[i]))
                return i;
        }

        return -1;
    }

    public static T[] FindAll<T>(T[] array, Predicate<T> match)
    {
        T[] found = new T[array.Length];
        int count = 0;
        foreach (T element in array)
        {
            if (match(element))
                found[count++] = element;
        }

        Resize(ref found, count);
        return found;
    }

    public static bool TrueForAll<T>(T[] array, Predicate<T> match)
    {
        foreach (T element in array)
        {
            if (!match(element))
                return false;
        }

        return true;
    }

    public static void ForEach<T>(T[] array, Action<T> action)
    {
        foreach (T element in array)
            action(element);
    }

    public static TOutput[] ConvertAll<TInput, TOutput>(TInput[] array, Converter<TInput, TOutput> converter)
    {
        var converted = new TOutput[array.Length];
        for (int i = 0; i < array.Length; i++)
            converted[i] = converter(array[i]);
        return converted;
    }

    public static void Fill<T>(T[] array, T value)
    {
        for (int i = 0; i < array.Length; i++)
            array[i] = value;
    }

    public static void Fill<T>(T[] array, T value, int startIndex, int count)
    {
        CheckRange(array, startIndex, count);
        for (int i = startIndex; i < startIndex + count; i++)
            array[i] = value;
    }

    public static void Clear(Array array, int index, int length)
    {
        CheckRange(array, index, length);
        nuint size = array.m_pEEType->ComponentSize;
        SpanHelpers.ClearWithoutReferences(ref Unsafe.AddByteOffset(ref First(array), (nint)size * index), size * (uint)length);
    }

    /// <summary>A new array with the same elements.</summary>
    public object Clone()
    {
        object copy = RuntimeImports.NewArray(m_pEEType, _length);
        Copy(this, Unsafe.As<Array>(copy), _length);
        return copy;
    }

    public void CopyTo(Array array, int index) => Copy(this, 0, array, index, _length);

    private static void CheckRange(Array array, int index, int count)
    {
        if ((uint)index > (uint)array._length)
            throw new ArgumentOutOfRangeException(nameof(index));
        if ((uint)count > (uint)(array._length - index))
            throw new ArgumentOutOfRangeException(nameof(count));
    }
}
