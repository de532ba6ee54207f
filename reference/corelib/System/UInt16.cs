namespace System;

public readonly struct UInt16
{
    public const ushort MaxValue = 0xFFFF;

    public const ushort MinValue = 0;
}
