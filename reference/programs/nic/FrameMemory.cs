using System;
using Euralios.Std;

namespace Euralios.Programs.Nic;

/// <summary>The memory of a FRAMES message, which somebody else has filled: anything may be in it, and there may be less than is said.</summary>
internal static class FrameMemory
{
    /// <summary>The list in a message's memory, if that is a list, and the memory large enough for any other.</summary>
    internal static bool TryRead(in Message message, out ReadOnlySpan<byte> list)
    {
        list = default;
        ulong used = message.First.Value;
        var whole = new Message(message.Tag, Math.Max(used, FrameList.MemorySize), message.Second);
        if (message.First.Kind != ItemKind.Value || !whole.TryGetBytes(out ReadOnlySpan<byte> bytes) || !FrameList.IsValid(bytes.Slice(0, (int)used)))
            return false;
        list = bytes.Slice(0, (int)used);
        return true;
    }
}
