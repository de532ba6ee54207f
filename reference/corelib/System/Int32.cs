namespace System;

public readonly struct Int32
{
    public const int MaxValue = 0x7FFFFFFF;

    public const int MinValue = unchecked((int)0x80000000);
}
