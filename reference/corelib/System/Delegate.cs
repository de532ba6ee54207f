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

    /// <summary>A method of an interface: found once, by the object's type. The cell is as in a call through the interface.</summary>
    private unsafe void InitializeClosedInstanceToInterface(object firstParameter, nint dispatchCell)
    {
        if (firstParameter is null)
            Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowNullReferenceException();
        _firstParameter = firstParameter!;
        _functionPointer = Internal.Runtime.InterfaceDispatch.Resolve(firstParameter!.m_pEEType, (nint*)dispatchCell);
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
