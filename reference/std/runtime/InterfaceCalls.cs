using System;
using System.Runtime;
using Internal.Runtime;
using Internal.Runtime.CompilerHelpers;

namespace Euralios.Std;

/// <summary>Where the machine code of a call through an interface asks for the method.</summary>
internal static unsafe class InterfaceCalls
{
    [RuntimeExport("resolve_interface_call")]
    private static nint Resolve(object? instance, nint* cell)
    {
        if (instance is null)
            ThrowHelpers.ThrowNullReferenceException();
        return InterfaceDispatch.Resolve(instance!.m_pEEType, cell);
    }
}
