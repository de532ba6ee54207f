using System.Threading;

namespace Euralios.Std;

/// <summary>A lock that is a number, so that it needs no object: for what must be there before, and without, any allocation.</summary>
internal struct BusyLock
{
    private int taken;

    internal void Enter()
    {
        for (int attempt = 0; Interlocked.CompareExchange(ref taken, 1, 0) != 0; attempt++)
            Patience.Wait(attempt);
    }

    internal void Exit() => Volatile.Write(ref taken, 0);
}
