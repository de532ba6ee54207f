using System;

namespace Euralios.Std;

/// <summary>What a server does with a message that it received: anything may be in it.</summary>
public static class ReceivedMessage
{
    private const int Longest = 64 << 20;

    /// <summary>The bytes that a message of a length and memory carries, if the memory is as long as the message says.</summary>
    /// <remarks>They are the chunk's: <see cref="Release"/> ends them.</remarks>
    public static bool TryGetBytes(this in Message message, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        if (message.First.Kind != ItemKind.Value || !message.Second.IsMemory(out MemoryChunk chunk) || message.First.Value > Longest)
            return false;
        int length = (int)message.First.Value;
        if (!IsReadable(chunk.Bytes(length)))
            return false;
        bytes = chunk.Bytes(length);
        return true;
    }

    /// <summary>Gives back the handles and the memory that came along.</summary>
    public static void Release(this in Message message)
    {
        Release(message.First);
        Release(message.Second);
    }

    private static void Release(in MessageItem item)
    {
        if (item.IsHandle(out Handle handle))
            SystemCall.TryClose(handle, out _);
        else if (item.IsMemory(out MemoryChunk chunk))
            SystemCall.TryFree(chunk, out _);
    }

    /// <summary>
    /// Whether memory is this program's: beyond a chunk's end is nothing, and nothing but the sender says where that is. Asked by a call that looks
    /// at the memory first and is refused then, because its two handles are the same.
    /// </summary>
    private static bool IsReadable(ReadOnlySpan<byte> memory) =>
        memory.IsEmpty
        || (!SystemCall.TryExec(memory, Handle.StandardInput, Handle.StandardInput, default, ExecFlags.None, out _, out _, out Error error)
            && error == Error.InvalidHandle);
}
