namespace Merriwig.Trials;

/// <summary>Every system call with right and with wrong arguments.</summary>
internal static unsafe class CallTrials
{
    internal static Scenario[] Table =>
    [
        new("calls-unknown-numbers", &UnknownNumbers.AreNotImplemented),
    ];
}
