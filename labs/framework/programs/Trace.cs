using System.Text;

namespace Merriwig.Lab;

/// <summary>The trace line, <c>subsystem.event key=value ...</c>, as the kernel writes it (<c>handouts/tracing.md</c>): what the lab's own programs report.</summary>
internal static class Trace
{
    /// <summary>Starts an event. <see cref="TraceEvent.End"/> ends its line.</summary>
    internal static TraceEvent Event(string name) => new(new StringBuilder(name));
}
