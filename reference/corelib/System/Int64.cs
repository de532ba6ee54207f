namespace System;

public readonly struct Int64 : IEquatable<long>
{
    public const long MaxValue = 0x7FFFFFFFFFFFFFFF;

    public const long MinValue = unchecked((long)0x8000000000000000);

    public bool Equals(long obj) => this == obj;
}
