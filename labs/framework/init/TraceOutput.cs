using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>The trace line itself: the kernel writes a line of this program's whole, among its own.</summary>
internal static class TraceOutput
{
    internal static void Write(string line) => SystemCall.TryTraceWrite(Text.ToUtf8(line), out _);
}
