namespace System;

public readonly struct Byte
{
    public const byte MaxValue = 0xFF;

    public const byte MinValue = 0;
}
