using System.Collections;
using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace System;

/// <summary>The type from which ILC takes an array's interfaces and their methods. An object is never of it: it is a <c>T[]</c>.</summary>
internal class Array<T> : Array, IList<T>, IReadOnlyList<T>, IList
{
    int ICollection<T>.Count => Length;

    int IReadOnlyCollection<T>.Count => Length;

    bool ICollection<T>.IsReadOnly => true;

    private T[] Elements => Unsafe.As<T[]>(this);

    T IList<T>.this[int index]
    {
        get => At(index);
        set => At(index) = value;
    }

    T IReadOnlyList<T>.this[int index] => At(index);

    object? IList.this[int index]
    {
        get => At(index);
        set => At(index) = (T)value!;
    }

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => new ArrayEnumerator<T>(Elements);

    IEnumerator IEnumerable.GetEnumerator() => new ArrayEnumerator<T>(Elements);

    bool ICollection<T>.Contains(T item) => IndexOf(Elements, item) >= 0;

    void ICollection<T>.CopyTo(T[] array, int arrayIndex) => Copy(Elements, 0, array, arrayIndex, Length);

    int IList<T>.IndexOf(T item) => IndexOf(Elements, item);

    bool IList.Contains(object? value) => ((IList)this).IndexOf(value) >= 0;

    int IList.IndexOf(object? value) => value is T || value is null && default(T) is null ? IndexOf(Elements, (T)value!) : -1;

    void ICollection<T>.Add(T item) => throw Missing();

    void ICollection<T>.Clear() => throw Missing();

    bool ICollection<T>.Remove(T item) => throw Missing();

    void IList<T>.Insert(int index, T item) => throw Missing();

    void IList<T>.RemoveAt(int index) => throw Missing();

    private ref T At(int index)
    {
        if ((uint)index >= (uint)Length)
            throw new ArgumentOutOfRangeException(nameof(index));
        return ref Elements[index];
    }
}

/// <summary>Walks over an array where it is used as a sequence.</summary>
internal sealed class ArrayEnumerator<T>(T[] elements) : IEnumerator<T>
{
    private int index = -1;

    public T Current => elements[index];

    object? IEnumerator.Current => Current;

    public bool MoveNext()
    {
        if (index < elements.Length)
            index++;
        return index < elements.Length;
    }

    public void Reset() => index = -1;

    public void Dispose()
    {
    }
}
