using Euralios.Programs.Nic;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>Memory for lists of frames, on the machine.</summary>
internal static class FrameSpace
{
    internal static MemoryChunk Take() =>
        SystemCall.TryAllocate(FrameList.MemorySize / SystemCall.PageSize, out MemoryChunk memory, out Error error)
            ? memory
            : throw new System.OutOfMemoryException(error.Text());
}
