using Euralios.Std;

namespace Merriwig.Trials;

/// <summary>A trial: a line of a group's table.</summary>
/// <param name="name">Its name: lower case, digits and hyphens, the group's name first. The host reads it from the source.</param>
/// <param name="body">What it does. It returns when all is well; see <see cref="Expect"/> for how it fails.</param>
internal sealed unsafe class Scenario(string name, delegate*<void> body)
{
    internal string Name { get; } = name;

    internal delegate*<void> Body { get; } = body;

    /// <summary>How its process is to end.</summary>
    internal EndReason Reason { get; init; } = EndReason.Killed;

    /// <summary>With which status.</summary>
    internal int Status { get; init; }

    /// <summary>By which exception, where it is meant to fault; the status is then the kernel's.</summary>
    internal int Vector
    {
        get;
        init
        {
            field = value;
            Reason = EndReason.Fault;
            Status = FaultStatus;
        }
    }

    /// <summary>It gets the rights to use I/O ports and to wait for the interrupt line of the machine's clock.</summary>
    internal bool HasDevices { get; init; }

    /// <summary>It leaves a large chunk, which the kernel gives back in steps: memory is looked at a little later than its end.</summary>
    internal bool LeavesLargeChunk { get; init; }

    /// <summary>What the kernel reports of a process that faulted.</summary>
    private const int FaultStatus = 134;
}
