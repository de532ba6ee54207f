namespace Merriwig.Lab;

/// <summary>What a lab's program tells the first program on its standard output, each as a question that is answered with OK.</summary>
internal static class StageTags
{
    /// <summary>A count: so many cases are in the table.</summary>
    internal const ulong CaseCount = 0x4C41_4200;

    /// <summary>Length, memory: a case of this name begins.</summary>
    internal const ulong CaseBegin = 0x4C41_4201;

    /// <summary>It came to its end.</summary>
    internal const ulong CasePass = 0x4C41_4202;

    /// <summary>Length, memory: it failed, and how, as the rest of a trace line.</summary>
    internal const ulong CaseFail = 0x4C41_4203;

    /// <summary>Length, memory: a task of this name is not written yet.</summary>
    internal const ulong Unwritten = 0x4C41_4204;

    /// <summary>Length, memory: a line for the trace.</summary>
    internal const ulong TraceLine = 0x4C41_4205;
}
