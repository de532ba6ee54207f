namespace System;

public readonly struct Int16
{
    public const short MaxValue = 0x7FFF;

    public const short MinValue = -0x8000;
}
