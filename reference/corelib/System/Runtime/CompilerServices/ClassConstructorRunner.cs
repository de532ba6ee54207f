using System.Runtime.InteropServices;
using System.Threading;

namespace System.Runtime.CompilerServices;

/// <summary>ILC's record before a type's statics: the address of a static constructor that has not run, or 0.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct StaticClassConstructionContext
{
    public nint cctorMethodAddress;
}

/// <summary>
/// Runs static constructors at first use, one at a time, each once; whoever comes meanwhile waits for its end. The kernel has none of these.
/// </summary>
internal static unsafe class ClassConstructorRunner
{
    /// <summary>In the record of a constructor that runs: not 0, so generated code still asks.</summary>
    private const nint Running = 1;

    /// <summary>The thread that runs constructors, or 0. It may begin another one within the first.</summary>
    private static nint owner;

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
        if (context.cctorMethodAddress == 0)
            return;
        nint self = RuntimeImports.ThreadIdentity();
        bool isFirst = owner != self;
        if (isFirst)
        {
            while (Interlocked.CompareExchange(ref owner, self, 0) != 0)
                RuntimeImports.YieldThread();
        }

        // A constructor that reaches its own type again goes on with what is there.
        nint constructor = context.cctorMethodAddress;
        if (constructor is not 0 and not Running)
        {
            context.cctorMethodAddress = Running;
            ((delegate*<void>)constructor)();
            context.cctorMethodAddress = 0;
        }

        if (isFirst)
            Volatile.Write(ref owner, 0);
    }
}
