using System.Collections;

namespace System;

// An array as a list of objects. The interface's methods for elements are those of Array<T>: each array has them in the place of these.
public abstract partial class Array : IList
{
    public bool IsFixedSize => true;

    public bool IsReadOnly => false;

    public bool IsSynchronized => false;

    public object SyncRoot => this;

    int ICollection.Count => Length;

    object? IList.this[int index]
    {
        get => throw Missing();
        set => throw Missing();
    }

    /// <summary>Of the elements, as objects.</summary>
    public IEnumerator GetEnumerator() => ((IEnumerable)this).GetEnumerator();

    public object? GetValue(int index) => ((IList)this)[index];

    public void SetValue(object? value, int index) => ((IList)this)[index] = value;

    public int GetLength(int dimension) => dimension == 0 ? Length : throw new IndexOutOfRangeException();

    IEnumerator IEnumerable.GetEnumerator() => throw Missing();

    bool IList.Contains(object? value) => throw Missing();

    int IList.IndexOf(object? value) => throw Missing();

    int IList.Add(object? value) => throw Missing();

    void IList.Clear() => Clear(this);

    void IList.Insert(int index, object? value) => throw Missing();

    void IList.Remove(object? value) => throw Missing();

    void IList.RemoveAt(int index) => throw Missing();

    private protected static NotSupportedException Missing() => new("Collection was of a fixed size.");
}
