using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>A rendezvous, by the numbers of two handles of this process.</summary>
internal readonly struct Rendezvous
{
    private Rendezvous(Handle first, Handle second)
    {
        FirstHandle = first;
        SecondHandle = second;
    }

    internal Handle FirstHandle { get; }

    internal Handle SecondHandle { get; }

    internal ulong First => FirstHandle.Number;

    internal ulong Second => SecondHandle.Number;

    /// <summary>A new one.</summary>
    internal static Rendezvous New()
    {
        Expect.Done(SystemCall.TryNewRendezvous(out Handle first, out Handle second, out Error error), error);
        return new Rendezvous(first, second);
    }

    /// <summary>Closes both handles.</summary>
    internal void Close()
    {
        SystemCall.TryClose(FirstHandle, out _);
        SystemCall.TryClose(SecondHandle, out _);
    }
}
