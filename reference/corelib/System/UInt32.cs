namespace System;

public readonly struct UInt32 : IEquatable<uint>
{
    public const uint MaxValue = 0xFFFFFFFF;

    public const uint MinValue = 0;

    public bool Equals(uint obj) => this == obj;
}
