using Euralios.Std;

namespace Euralios.Programs.Nic;

internal readonly partial struct DeviceMemory
{
    /// <summary>New memory, which reads as zero.</summary>
    internal static bool TryAllocate(int length, out DeviceMemory memory, out Error error)
    {
        ulong pages = ((ulong)length + SystemCall.PageSize - 1) / SystemCall.PageSize;
        bool done = SystemCall.TryAllocate(pages, uint.MaxValue, out MemoryChunk chunk, out ulong address, out error);
        memory = new DeviceMemory(chunk, (uint)address, done ? length : 0);
        return done;
    }
}
