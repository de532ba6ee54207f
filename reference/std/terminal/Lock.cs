using Euralios.Std;

namespace System.Threading;

/// <summary>A lock for short stretches: whoever does not get it lets others run.</summary>
public sealed class Lock
{
    private int isTaken;

    public Scope EnterScope()
    {
        while (Interlocked.Exchange(ref isTaken, 1) != 0)
            SystemCall.Yield();
        return new Scope(this);
    }

    public ref struct Scope(Lock taken)
    {
        public void Dispose() => Interlocked.Exchange(ref taken.isTaken, 0);
    }
}
