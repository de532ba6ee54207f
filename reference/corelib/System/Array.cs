namespace System;

public abstract class Array
{
    // ILC's layout: the element count follows the method table pointer.
    internal int _length;

    public int Length => _length;
}

/// <summary>The type that ILC gives to <c>T[]</c> for its interfaces.</summary>
internal class Array<T> : Array
{
}
