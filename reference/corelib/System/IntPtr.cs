namespace System;

public readonly struct IntPtr
{
}
