namespace Euralios.Std;

/// <summary>How a process ended.</summary>
public enum EndReason
{
    /// <summary>Its last thread ended.</summary>
    Exited = 0,

    /// <summary>It was killed, by itself where <c>Main</c> returned.</summary>
    Killed = 1,

    /// <summary>It did what the processor or a check does not allow.</summary>
    Fault = 2,
}

/// <summary>A process's end.</summary>
public readonly struct ProcessEnd(int status, EndReason reason, int vector)
{
    /// <summary>What it said last: 0 is success.</summary>
    public int Status { get; } = status;

    public EndReason Reason { get; } = reason;

    /// <summary>The processor's number of the fault.</summary>
    public int Vector { get; } = vector;
}
