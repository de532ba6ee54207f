namespace System;

public readonly struct Boolean
{
}
