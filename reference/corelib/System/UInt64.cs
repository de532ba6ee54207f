namespace System;

public readonly struct UInt64
{
    public const ulong MaxValue = 0xFFFFFFFFFFFFFFFF;

    public const ulong MinValue = 0;
}
