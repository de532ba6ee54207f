using System.Runtime.CompilerServices;

namespace System;

/// <summary>A method and what it is called on; or several of them, one after the other.</summary>
public abstract class Delegate
{
    /// <summary>ILC's number for the thunk that makes all calls of a list.</summary>
    private const int MulticastThunk = 0;

    // Names and order are ILC's: an invocation is compiled to a load of _firstParameter and a call through _functionPointer.
    internal object _firstParameter = null!;
    internal object _helperObject = null!;
    internal nint _extraFunctionPointerOrData;
    internal nint _functionPointer;

    private void InitializeClosedInstance(object firstParameter, nint functionPointer)
    {
        _firstParameter = firstParameter;
        _functionPointer = functionPointer;
    }

    /// <summary>A method of an interface: found once, by the object's type. The cell is as in a call through the interface.</summary>
    private unsafe void InitializeClosedInstanceToInterface(object firstParameter, nint dispatchCell)
    {
        if (firstParameter is null)
            Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowNullReferenceException();
        _firstParameter = firstParameter!;
        _functionPointer = Internal.Runtime.InterfaceDispatch.Resolve(firstParameter!.m_pEEType, (nint*)dispatchCell);
    }

    private void InitializeOpenStaticThunk(object firstParameter, nint functionPointer, nint functionPointerThunk)
    {
        _firstParameter = this;
        _functionPointer = functionPointerThunk;
        _extraFunctionPointerOrData = functionPointer;
    }

    private void InitializeClosedStaticThunk(object firstParameter, nint functionPointer, nint functionPointerThunk)
    {
        _helperObject = firstParameter;
        _functionPointer = functionPointerThunk;
        _extraFunctionPointerOrData = functionPointer;
        _firstParameter = this;
    }

    public static Delegate? Combine(Delegate? a, Delegate? b) => a is null ? b : b is null ? a : a.With(b.Targets());

    public static Delegate? Combine(params Delegate?[]? delegates)
    {
        Delegate? all = null;
        foreach (Delegate? one in delegates ?? [])
            all = Combine(all, one);
        return all;
    }

    /// <summary>Without the last run of calls that are those of the other.</summary>
    public static Delegate? Remove(Delegate? source, Delegate? value)
    {
        if (source is null || value is null)
            return source;
        Wrapper[] all = source.Targets();
        Wrapper[] removed = value.Targets();
        for (int start = all.Length - removed.Length; start >= 0; start--)
        {
            if (!AreEqual(all.AsSpan(start, removed.Length), removed))
                continue;
            if (all.Length == removed.Length)
                return null;
            var left = new Wrapper[all.Length - removed.Length];
            Array.Copy(all, 0, left, 0, start);
            Array.Copy(all, start + removed.Length, left, start, left.Length - start);
            return left.Length == 1 ? left[0].Value : left[0].Value.Of(left);
        }

        return source;
    }

    public static Delegate? RemoveAll(Delegate? source, Delegate? value)
    {
        for (Delegate? left = Remove(source, value); !ReferenceEquals(left, source); left = Remove(source, value))
            source = left;
        return source;
    }

    public static bool operator ==(Delegate? d1, Delegate? d2) => ReferenceEquals(d1, d2) || (d1 is not null && d1.Equals(d2));

    public static bool operator !=(Delegate? d1, Delegate? d2) => !(d1 == d2);

    public override unsafe bool Equals(object? obj) =>
        obj is Delegate other && other.m_pEEType == m_pEEType && AreEqual(Targets(), other.Targets());

    public override int GetHashCode()
    {
        Delegate first = Targets()[0].Value;
        return (first.Function ^ RuntimeHelpers.GetHashCode(first.Receiver)).GetHashCode();
    }

    /// <summary>The calls that an invocation makes, each as a delegate of its own.</summary>
    public virtual Delegate[] GetInvocationList()
    {
        Wrapper[] targets = Targets();
        var list = new Delegate[targets.Length];
        for (int i = 0; i < list.Length; i++)
            list[i] = targets[i].Value;
        return list;
    }

    /// <summary>ILC overrides this in each delegate type: the code that makes a kind of call.</summary>
    internal virtual nint GetThunk(int whichThunk) => 0;

    // A static method's call goes through a thunk, with the delegate itself as its first parameter.
    private bool IsOfStatic => ReferenceEquals(_firstParameter, this);

    private object? Receiver => IsOfStatic ? _helperObject : _firstParameter;

    private nint Function => IsOfStatic ? _extraFunctionPointerOrData : _functionPointer;

    /// <summary>The calls, not to be changed.</summary>
    private Wrapper[] Targets() =>
        IsOfStatic && _functionPointer == GetThunk(MulticastThunk) ? Unsafe.As<Wrapper[]>(_helperObject) : [new Wrapper(this)];

    private Delegate With(Wrapper[] more)
    {
        Wrapper[] mine = Targets();
        var all = new Wrapper[mine.Length + more.Length];
        Array.Copy(mine, all, mine.Length);
        Array.Copy(more, 0, all, mine.Length, more.Length);
        return Of(all);
    }

    /// <summary>A delegate of this one's type that makes these calls.</summary>
    private unsafe Delegate Of(Wrapper[] targets)
    {
        Delegate all = Unsafe.As<Delegate>(RuntimeImports.NewObject(m_pEEType));
        all._firstParameter = all;
        all._helperObject = targets;
        all._extraFunctionPointerOrData = targets.Length;
        all._functionPointer = GetThunk(MulticastThunk);
        return all;
    }

    private static bool AreEqual(ReadOnlySpan<Wrapper> a, ReadOnlySpan<Wrapper> b)
    {
        if (a.Length != b.Length)
            return false;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i].Value.Function != b[i].Value.Function || !ReferenceEquals(a[i].Value.Receiver, b[i].Value.Receiver))
                return false;
        }

        return true;
    }

    /// <summary>An element of a list of calls. A struct, so that storing one needs no look at its type; ILC knows the names.</summary>
    internal struct Wrapper(Delegate value)
    {
        internal Delegate Value = value;
    }
}

public abstract class MulticastDelegate : Delegate
{
}
