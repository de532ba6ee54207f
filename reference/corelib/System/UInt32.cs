namespace System;

public readonly struct UInt32
{
    public const uint MaxValue = 0xFFFFFFFF;

    public const uint MinValue = 0;
}
