namespace System;

public readonly struct UIntPtr
{
}
