using System.Runtime.CompilerServices;

namespace System.Threading;

/// <summary>
/// Mutual exclusion between threads: C#'s <c>lock</c> works on it. Whoever has it may take it again. Waiting threads let others run and look
/// again; there is no queue.
/// </summary>
public sealed class Lock
{
    /// <summary>The thread that has it, or 0.</summary>
    private nint owner;
    private int depth;

    public bool IsHeldByCurrentThread => Volatile.Read(ref owner) == RuntimeImports.ThreadIdentity();

    public void Enter()
    {
        while (!TryEnter())
            RuntimeImports.YieldThread();
    }

    public bool TryEnter()
    {
        nint self = RuntimeImports.ThreadIdentity();
        if (Volatile.Read(ref owner) != self && Interlocked.CompareExchange(ref owner, self, 0) != 0)
            return false;
        depth++;
        return true;
    }

    public void Exit()
    {
        if (!IsHeldByCurrentThread)
            throw new SynchronizationLockException();
        if (--depth == 0)
            Volatile.Write(ref owner, 0);
    }

    public Scope EnterScope()
    {
        Enter();
        return new Scope(this);
    }

    /// <summary>Has the lock until it is disposed of.</summary>
    public ref struct Scope
    {
        private Lock? held;

        internal Scope(Lock held) => this.held = held;

        public void Dispose()
        {
            held?.Exit();
            held = null;
        }
    }
}

public class SynchronizationLockException : SystemException
{
    public SynchronizationLockException()
    {
    }

    public SynchronizationLockException(string? message)
        : base(message)
    {
    }

    internal override string DefaultMessage => "Object synchronization method was called from an unsynchronized block of code.";

    internal override string TypeName => "System.Threading.SynchronizationLockException";
}
