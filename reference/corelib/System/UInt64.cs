namespace System;

public readonly struct UInt64 : IEquatable<ulong>
{
    public const ulong MaxValue = 0xFFFFFFFFFFFFFFFF;

    public const ulong MinValue = 0;

    public bool Equals(ulong obj) => this == obj;
}
