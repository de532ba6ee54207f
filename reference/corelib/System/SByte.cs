namespace System;

public readonly struct SByte
{
    public const sbyte MaxValue = 0x7F;

    public const sbyte MinValue = -0x80;
}
