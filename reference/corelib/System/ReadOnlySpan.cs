using System.Runtime.CompilerServices;

namespace System;

/// <summary>A run of memory that is checked at every access and cannot be written through.</summary>
public readonly ref struct ReadOnlySpan<T>
{
    internal readonly ref T _reference;
    private readonly int _length;

    public ReadOnlySpan(T[]? array)
    {
        if (array is null)
        {
            this = default;
            return;
        }

        _reference = ref RuntimeHelpers.FirstElement(array);
        _length = array.Length;
    }

    public ReadOnlySpan(T[]? array, int start, int length)
    {
        if ((ulong)(uint)start + (uint)length > (uint)(array?.Length ?? 0))
            Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowArgumentOutOfRangeException();
        _reference = ref Unsafe.Add(ref RuntimeHelpers.FirstElement(array!), start);
        _length = length;
    }

    /// <summary>Memory that the caller vouches for. The C# compiler calls this for constant tables and u8 literals.</summary>
    public unsafe ReadOnlySpan(void* pointer, int length)
    {
        if (length < 0)
            Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowArgumentOutOfRangeException();
        _reference = ref Unsafe.AsRef<T>(pointer);
        _length = length;
    }

    /// <summary>One element.</summary>
    public ReadOnlySpan(ref readonly T reference)
        : this(ref Unsafe.AsRef(in reference), 1)
    {
    }

    internal ReadOnlySpan(ref T reference, int length)
    {
        _reference = ref reference;
        _length = length;
    }

    public int Length => _length;

    public bool IsEmpty => _length == 0;

    public ref readonly T this[int index]
    {
        [Intrinsic]
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)index >= (uint)_length)
                Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowIndexOutOfRangeException();
            return ref Unsafe.Add(ref _reference, index);
        }
    }

    public ReadOnlySpan<T> Slice(int start)
    {
        if ((uint)start > (uint)_length)
            Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowArgumentOutOfRangeException();
        return new ReadOnlySpan<T>(ref Unsafe.Add(ref _reference, start), _length - start);
    }

    public ReadOnlySpan<T> Slice(int start, int length)
    {
        if ((ulong)(uint)start + (uint)length > (uint)_length)
            Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowArgumentOutOfRangeException();
        return new ReadOnlySpan<T>(ref Unsafe.Add(ref _reference, start), length);
    }

    public void CopyTo(Span<T> destination)
    {
        if (_length > destination.Length)
            Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowArgumentException();

        // References too: the collector does not move objects, and needs no barrier.
        SpanHelpers.Memmove(
            ref Unsafe.As<T, byte>(ref destination._reference), ref Unsafe.As<T, byte>(ref _reference), (nuint)_length * (nuint)Unsafe.SizeOf<T>());
    }

    public static implicit operator ReadOnlySpan<T>(T[]? array) => new(array);

    /// <summary>The first element's place, for <c>fixed</c>; a null reference where there is none.</summary>
    public ref readonly T GetPinnableReference() => ref _reference;

    public static ReadOnlySpan<T> Empty => default;

    public bool TryCopyTo(Span<T> destination)
    {
        if (_length > destination.Length)
            return false;
        CopyTo(destination);
        return true;
    }

    public static bool operator ==(ReadOnlySpan<T> left, ReadOnlySpan<T> right) =>
        left._length == right._length && Unsafe.AreSame(ref left._reference, ref right._reference);

    public static bool operator !=(ReadOnlySpan<T> left, ReadOnlySpan<T> right) => !(left == right);

    [Obsolete("Spans are compared by == or SequenceEqual.")]
#pragma warning disable CS0809 // so does .NET
    public override bool Equals(object? obj) => throw new NotSupportedException("Equals() on Span and ReadOnlySpan is not supported. Use operator== instead.");

    [Obsolete("A span has no hash code.")]
    public override int GetHashCode() => throw new NotSupportedException("GetHashCode() on Span and ReadOnlySpan is not supported.");
#pragma warning restore CS0809

    /// <summary>The text of a span of characters.</summary>
    public override string ToString() => default(T) is char
        ? new string(new ReadOnlySpan<char>(ref Unsafe.As<T, char>(ref _reference), _length))
        : "";

    public T[] ToArray()
    {
        T[] array = new T[_length];
        CopyTo(array);
        return array;
    }

    public Enumerator GetEnumerator() => new(this);

    public ref struct Enumerator
    {
        private readonly ReadOnlySpan<T> span;
        private int index;

        internal Enumerator(ReadOnlySpan<T> span)
        {
            this.span = span;
            index = -1;
        }

        public readonly ref readonly T Current => ref span[index];

        public bool MoveNext() => ++index < span.Length;
    }
}
