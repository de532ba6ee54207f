namespace Euralios.Std;

/// <summary>How to wait for somebody who is busy and cannot say when it will be free.</summary>
internal static class Patience
{
    private const int Yields = 100;
    private const ulong Tick = 10_000;

    /// <summary>Lets others run; after a hundred attempts, for 10 ms each time.</summary>
    internal static void Wait(int attempt)
    {
        if (attempt < Yields)
            SystemCall.Yield();
        else
            SystemCall.Sleep(Tick);
    }
}
