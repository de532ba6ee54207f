using System.Collections.Generic;

namespace System;

public struct ValueTuple : IEquatable<ValueTuple>, IComparable<ValueTuple>
{
    public int CompareTo(ValueTuple other) => 0;

    public bool Equals(ValueTuple other) => true;

    public override bool Equals(object? obj) => obj is ValueTuple;

    public override int GetHashCode() => 0;

    public override string ToString() => "()";

    public static ValueTuple<T1> Create<T1>(T1 item1) => new(item1);

    public static ValueTuple<T1, T2> Create<T1, T2>(T1 item1, T2 item2) => new(item1, item2);

    public static ValueTuple<T1, T2, T3> Create<T1, T2, T3>(T1 item1, T2 item2, T3 item3) => new(item1, item2, item3);

    public static ValueTuple<T1, T2, T3, T4> Create<T1, T2, T3, T4>(T1 item1, T2 item2, T3 item3, T4 item4) => new(item1, item2, item3, item4);

    public static ValueTuple<T1, T2, T3, T4, T5> Create<T1, T2, T3, T4, T5>(
        T1 item1, T2 item2, T3 item3, T4 item4, T5 item5) => new(item1, item2, item3, item4, item5);

    public static ValueTuple<T1, T2, T3, T4, T5, T6> Create<T1, T2, T3, T4, T5, T6>(
        T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6) => new(item1, item2, item3, item4, item5, item6);

    public static ValueTuple<T1, T2, T3, T4, T5, T6, T7> Create<T1, T2, T3, T4, T5, T6, T7>(
        T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7) => new(item1, item2, item3, item4, item5, item6, item7);
}

public struct ValueTuple<T1>(T1 item1) : IEquatable<ValueTuple<T1>>, IComparable, IComparable<ValueTuple<T1>>
{
    public T1 Item1 = item1;

    public bool Equals(ValueTuple<T1> other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1);

    public override bool Equals(object? obj) => obj is ValueTuple<T1> other && Equals(other);

    int IComparable.CompareTo(object? other) => other is null ? 1 : CompareTo((ValueTuple<T1>)other);

    public int CompareTo(ValueTuple<T1> other)
    {
        return Comparer<T1>.Default.Compare(Item1, other.Item1);
    }

    public override int GetHashCode()
    {
        int hash = 0;
        hash = (hash * 31) + (Item1?.GetHashCode() ?? 0);
        return hash;
    }

    public override string ToString() => $"({Item1})";
}

public struct ValueTuple<T1, T2>(T1 item1, T2 item2) : IEquatable<ValueTuple<T1, T2>>, IComparable, IComparable<ValueTuple<T1, T2>>
{
    public T1 Item1 = item1;
    public T2 Item2 = item2;

    public bool Equals(ValueTuple<T1, T2> other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1)
        && EqualityComparer<T2>.Default.Equals(Item2, other.Item2);

    public override bool Equals(object? obj) => obj is ValueTuple<T1, T2> other && Equals(other);

    int IComparable.CompareTo(object? other) => other is null ? 1 : CompareTo((ValueTuple<T1, T2>)other);

    public int CompareTo(ValueTuple<T1, T2> other)
    {
        int order = Comparer<T1>.Default.Compare(Item1, other.Item1);
        if (order != 0)
            return order;
        return Comparer<T2>.Default.Compare(Item2, other.Item2);
    }

    public override int GetHashCode()
    {
        int hash = 0;
        hash = (hash * 31) + (Item1?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item2?.GetHashCode() ?? 0);
        return hash;
    }

    public override string ToString() => $"({Item1}, {Item2})";
}

public struct ValueTuple<T1, T2, T3>(T1 item1, T2 item2, T3 item3)
    : IEquatable<ValueTuple<T1, T2, T3>>, IComparable, IComparable<ValueTuple<T1, T2, T3>>
{
    public T1 Item1 = item1;
    public T2 Item2 = item2;
    public T3 Item3 = item3;

    public bool Equals(ValueTuple<T1, T2, T3> other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1)
        && EqualityComparer<T2>.Default.Equals(Item2, other.Item2)
        && EqualityComparer<T3>.Default.Equals(Item3, other.Item3);

    public override bool Equals(object? obj) => obj is ValueTuple<T1, T2, T3> other && Equals(other);

    int IComparable.CompareTo(object? other) => other is null ? 1 : CompareTo((ValueTuple<T1, T2, T3>)other);

    public int CompareTo(ValueTuple<T1, T2, T3> other)
    {
        int order = Comparer<T1>.Default.Compare(Item1, other.Item1);
        if (order != 0)
            return order;
        order = Comparer<T2>.Default.Compare(Item2, other.Item2);
        if (order != 0)
            return order;
        return Comparer<T3>.Default.Compare(Item3, other.Item3);
    }

    public override int GetHashCode()
    {
        int hash = 0;
        hash = (hash * 31) + (Item1?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item2?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item3?.GetHashCode() ?? 0);
        return hash;
    }

    public override string ToString() => $"({Item1}, {Item2}, {Item3})";
}

public struct ValueTuple<T1, T2, T3, T4>(T1 item1, T2 item2, T3 item3, T4 item4)
    : IEquatable<ValueTuple<T1, T2, T3, T4>>, IComparable, IComparable<ValueTuple<T1, T2, T3, T4>>
{
    public T1 Item1 = item1;
    public T2 Item2 = item2;
    public T3 Item3 = item3;
    public T4 Item4 = item4;

    public bool Equals(ValueTuple<T1, T2, T3, T4> other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1)
        && EqualityComparer<T2>.Default.Equals(Item2, other.Item2)
        && EqualityComparer<T3>.Default.Equals(Item3, other.Item3)
        && EqualityComparer<T4>.Default.Equals(Item4, other.Item4);

    public override bool Equals(object? obj) => obj is ValueTuple<T1, T2, T3, T4> other && Equals(other);

    int IComparable.CompareTo(object? other) => other is null ? 1 : CompareTo((ValueTuple<T1, T2, T3, T4>)other);

    public int CompareTo(ValueTuple<T1, T2, T3, T4> other)
    {
        int order = Comparer<T1>.Default.Compare(Item1, other.Item1);
        if (order != 0)
            return order;
        order = Comparer<T2>.Default.Compare(Item2, other.Item2);
        if (order != 0)
            return order;
        order = Comparer<T3>.Default.Compare(Item3, other.Item3);
        if (order != 0)
            return order;
        return Comparer<T4>.Default.Compare(Item4, other.Item4);
    }

    public override int GetHashCode()
    {
        int hash = 0;
        hash = (hash * 31) + (Item1?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item2?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item3?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item4?.GetHashCode() ?? 0);
        return hash;
    }

    public override string ToString() => $"({Item1}, {Item2}, {Item3}, {Item4})";
}

public struct ValueTuple<T1, T2, T3, T4, T5>(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5)
    : IEquatable<ValueTuple<T1, T2, T3, T4, T5>>, IComparable, IComparable<ValueTuple<T1, T2, T3, T4, T5>>
{
    public T1 Item1 = item1;
    public T2 Item2 = item2;
    public T3 Item3 = item3;
    public T4 Item4 = item4;
    public T5 Item5 = item5;

    public bool Equals(ValueTuple<T1, T2, T3, T4, T5> other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1)
        && EqualityComparer<T2>.Default.Equals(Item2, other.Item2)
        && EqualityComparer<T3>.Default.Equals(Item3, other.Item3)
        && EqualityComparer<T4>.Default.Equals(Item4, other.Item4)
        && EqualityComparer<T5>.Default.Equals(Item5, other.Item5);

    public override bool Equals(object? obj) => obj is ValueTuple<T1, T2, T3, T4, T5> other && Equals(other);

    int IComparable.CompareTo(object? other) => other is null ? 1 : CompareTo((ValueTuple<T1, T2, T3, T4, T5>)other);

    public int CompareTo(ValueTuple<T1, T2, T3, T4, T5> other)
    {
        int order = Comparer<T1>.Default.Compare(Item1, other.Item1);
        if (order != 0)
            return order;
        order = Comparer<T2>.Default.Compare(Item2, other.Item2);
        if (order != 0)
            return order;
        order = Comparer<T3>.Default.Compare(Item3, other.Item3);
        if (order != 0)
            return order;
        order = Comparer<T4>.Default.Compare(Item4, other.Item4);
        if (order != 0)
            return order;
        return Comparer<T5>.Default.Compare(Item5, other.Item5);
    }

    public override int GetHashCode()
    {
        int hash = 0;
        hash = (hash * 31) + (Item1?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item2?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item3?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item4?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item5?.GetHashCode() ?? 0);
        return hash;
    }

    public override string ToString() => $"({Item1}, {Item2}, {Item3}, {Item4}, {Item5})";
}

public struct ValueTuple<T1, T2, T3, T4, T5, T6>(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6)
    : IEquatable<ValueTuple<T1, T2, T3, T4, T5, T6>>, IComparable, IComparable<ValueTuple<T1, T2, T3, T4, T5, T6>>
{
    public T1 Item1 = item1;
    public T2 Item2 = item2;
    public T3 Item3 = item3;
    public T4 Item4 = item4;
    public T5 Item5 = item5;
    public T6 Item6 = item6;

    public bool Equals(ValueTuple<T1, T2, T3, T4, T5, T6> other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1)
        && EqualityComparer<T2>.Default.Equals(Item2, other.Item2)
        && EqualityComparer<T3>.Default.Equals(Item3, other.Item3)
        && EqualityComparer<T4>.Default.Equals(Item4, other.Item4)
        && EqualityComparer<T5>.Default.Equals(Item5, other.Item5)
        && EqualityComparer<T6>.Default.Equals(Item6, other.Item6);

    public override bool Equals(object? obj) => obj is ValueTuple<T1, T2, T3, T4, T5, T6> other && Equals(other);

    int IComparable.CompareTo(object? other) => other is null ? 1 : CompareTo((ValueTuple<T1, T2, T3, T4, T5, T6>)other);

    public int CompareTo(ValueTuple<T1, T2, T3, T4, T5, T6> other)
    {
        int order = Comparer<T1>.Default.Compare(Item1, other.Item1);
        if (order != 0)
            return order;
        order = Comparer<T2>.Default.Compare(Item2, other.Item2);
        if (order != 0)
            return order;
        order = Comparer<T3>.Default.Compare(Item3, other.Item3);
        if (order != 0)
            return order;
        order = Comparer<T4>.Default.Compare(Item4, other.Item4);
        if (order != 0)
            return order;
        order = Comparer<T5>.Default.Compare(Item5, other.Item5);
        if (order != 0)
            return order;
        return Comparer<T6>.Default.Compare(Item6, other.Item6);
    }

    public override int GetHashCode()
    {
        int hash = 0;
        hash = (hash * 31) + (Item1?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item2?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item3?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item4?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item5?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item6?.GetHashCode() ?? 0);
        return hash;
    }

    public override string ToString() => $"({Item1}, {Item2}, {Item3}, {Item4}, {Item5}, {Item6})";
}

public struct ValueTuple<T1, T2, T3, T4, T5, T6, T7>(T1 item1, T2 item2, T3 item3, T4 item4, T5 item5, T6 item6, T7 item7)
    : IEquatable<ValueTuple<T1, T2, T3, T4, T5, T6, T7>>, IComparable, IComparable<ValueTuple<T1, T2, T3, T4, T5, T6, T7>>
{
    public T1 Item1 = item1;
    public T2 Item2 = item2;
    public T3 Item3 = item3;
    public T4 Item4 = item4;
    public T5 Item5 = item5;
    public T6 Item6 = item6;
    public T7 Item7 = item7;

    public bool Equals(ValueTuple<T1, T2, T3, T4, T5, T6, T7> other) =>
        EqualityComparer<T1>.Default.Equals(Item1, other.Item1)
        && EqualityComparer<T2>.Default.Equals(Item2, other.Item2)
        && EqualityComparer<T3>.Default.Equals(Item3, other.Item3)
        && EqualityComparer<T4>.Default.Equals(Item4, other.Item4)
        && EqualityComparer<T5>.Default.Equals(Item5, other.Item5)
        && EqualityComparer<T6>.Default.Equals(Item6, other.Item6)
        && EqualityComparer<T7>.Default.Equals(Item7, other.Item7);

    public override bool Equals(object? obj) => obj is ValueTuple<T1, T2, T3, T4, T5, T6, T7> other && Equals(other);

    int IComparable.CompareTo(object? other) => other is null ? 1 : CompareTo((ValueTuple<T1, T2, T3, T4, T5, T6, T7>)other);

    public int CompareTo(ValueTuple<T1, T2, T3, T4, T5, T6, T7> other)
    {
        int order = Comparer<T1>.Default.Compare(Item1, other.Item1);
        if (order != 0)
            return order;
        order = Comparer<T2>.Default.Compare(Item2, other.Item2);
        if (order != 0)
            return order;
        order = Comparer<T3>.Default.Compare(Item3, other.Item3);
        if (order != 0)
            return order;
        order = Comparer<T4>.Default.Compare(Item4, other.Item4);
        if (order != 0)
            return order;
        order = Comparer<T5>.Default.Compare(Item5, other.Item5);
        if (order != 0)
            return order;
        order = Comparer<T6>.Default.Compare(Item6, other.Item6);
        if (order != 0)
            return order;
        return Comparer<T7>.Default.Compare(Item7, other.Item7);
    }

    public override int GetHashCode()
    {
        int hash = 0;
        hash = (hash * 31) + (Item1?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item2?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item3?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item4?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item5?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item6?.GetHashCode() ?? 0);
        hash = (hash * 31) + (Item7?.GetHashCode() ?? 0);
        return hash;
    }

    public override string ToString() => $"({Item1}, {Item2}, {Item3}, {Item4}, {Item5}, {Item6}, {Item7})";
}
