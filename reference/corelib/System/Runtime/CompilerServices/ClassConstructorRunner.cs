using System.Runtime.InteropServices;

namespace System.Runtime.CompilerServices;

/// <summary>ILC's record before a type's statics: the address of a static constructor that has not run, or 0.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct StaticClassConstructionContext
{
    public nint cctorMethodAddress;
}

/// <summary>Runs static constructors at first use. One thread: the kernel has none of these, and a program runs its own before it starts threads.</summary>
internal static unsafe class ClassConstructorRunner
{
    private static nint CheckStaticClassConstructionReturnNonGCStaticBase(ref StaticClassConstructionContext context, nint nonGcStaticBase)
    {
        CheckStaticClassConstruction(ref context);
        return nonGcStaticBase;
    }

    private static object CheckStaticClassConstructionReturnGCStaticBase(ref StaticClassConstructionContext context, object gcStaticBase)
    {
        CheckStaticClassConstruction(ref context);
        return gcStaticBase;
    }

    private static object CheckStaticClassConstructionReturnThreadStaticBase(object threadStaticBase) => threadStaticBase;

    private static void CheckStaticClassConstruction(ref StaticClassConstructionContext context)
    {
        nint constructor = context.cctorMethodAddress;
        if (constructor == 0)
            return;

        // Cleared first: a constructor that reaches its own type again must not start anew.
        context.cctorMethodAddress = 0;
        ((delegate*<void>)constructor)();
    }
}
