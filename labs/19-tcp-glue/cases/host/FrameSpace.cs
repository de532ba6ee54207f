using System.Runtime.InteropServices;
using Euralios.Programs.Nic;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>Memory for lists of frames, on the host.</summary>
internal static unsafe class FrameSpace
{
    internal static MemoryChunk Take() => new((ulong)NativeMemory.AllocZeroed(FrameList.MemorySize));
}
