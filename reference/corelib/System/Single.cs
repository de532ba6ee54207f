namespace System;

public readonly struct Single
{
}
