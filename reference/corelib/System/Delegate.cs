namespace System;

public abstract class Delegate
{
    // Names and order are ILC's: an invocation is compiled to a load of _firstParameter and a call through _functionPointer.
    internal object _firstParameter = null!;
    internal object _helperObject = null!;
    internal nint _extraFunctionPointerOrData;
    internal nint _functionPointer;

    private void InitializeClosedInstance(object firstParameter, nint functionPointer)
    {
        _firstParameter = firstParameter;
        _functionPointer = functionPointer;
    }

    private void InitializeOpenStaticThunk(object firstParameter, nint functionPointer, nint functionPointerThunk)
    {
        _firstParameter = this;
        _functionPointer = functionPointerThunk;
        _extraFunctionPointerOrData = functionPointer;
    }

    private void InitializeClosedStaticThunk(object firstParameter, nint functionPointer, nint functionPointerThunk)
    {
        _helperObject = firstParameter;
        _functionPointer = functionPointerThunk;
        _extraFunctionPointerOrData = functionPointer;
        _firstParameter = this;
    }
}

public abstract class MulticastDelegate : Delegate
{
}
