namespace System;

public readonly struct Char
{
    public const char MaxValue = '\uffff';

    public const char MinValue = '\0';
}
