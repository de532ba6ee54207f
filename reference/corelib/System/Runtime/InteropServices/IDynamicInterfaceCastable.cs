using Internal.Runtime;

namespace System.Runtime.InteropServices;

/// <summary>ILC looks this up although nothing uses it.</summary>
internal interface IDynamicInterfaceCastable
{
    internal static unsafe nint GetDynamicInterfaceImplementation(object instance, MethodTable* interfaceType, ushort slot)
    {
        Internal.Runtime.CompilerHelpers.ThrowHelpers.ThrowPlatformNotSupportedException();
        return 0;
    }
}
