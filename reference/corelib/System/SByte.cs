namespace System;

public readonly struct SByte : IEquatable<sbyte>
{
    public const sbyte MaxValue = 0x7F;

    public const sbyte MinValue = -0x80;

    public bool Equals(sbyte obj) => this == obj;
}
