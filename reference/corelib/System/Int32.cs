namespace System;

public readonly struct Int32 : IEquatable<int>
{
    public const int MaxValue = 0x7FFFFFFF;

    public const int MinValue = unchecked((int)0x80000000);

    public bool Equals(int obj) => this == obj;
}
