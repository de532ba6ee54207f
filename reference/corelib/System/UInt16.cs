namespace System;

public readonly struct UInt16 : IEquatable<ushort>
{
    public const ushort MaxValue = 0xFFFF;

    public const ushort MinValue = 0;

    public bool Equals(ushort obj) => this == obj;
}
