namespace System;

public readonly struct Byte : IEquatable<byte>
{
    public const byte MaxValue = 0xFF;

    public const byte MinValue = 0;

    public bool Equals(byte obj) => this == obj;
}
