using System;

namespace Euralios.Std;

/// <summary>
/// What a message carries, for whoever received it: anything may be in it. How long its memory is only the sender knows, and a sender may lie; reading
/// behind a chunk's end would end the reader.
/// </summary>
public static unsafe class ReceivedMessage
{
    /// <summary>The address space of a chunk: none is longer.</summary>
    private const ulong LongestChunk = 1ul << 30;

    /// <summary>The bytes of a message of the form "length, memory", if the memory is as long as the message says.</summary>
    /// <remarks>They are the chunk's: <see cref="Release(in Message)"/> ends them.</remarks>
    public static bool TryGetBytes(this scoped in Message message, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        ulong length = message.First.Value;
        if (message.First.Kind != ItemKind.Value
            || !message.Second.IsMemory(out MemoryChunk chunk)
            || length >= LongestChunk
            || !IsReadable(chunk.Address, length))
            return false;
        bytes = new ReadOnlySpan<byte>((void*)chunk.Address, (int)length);
        return true;
    }

    /// <summary>Gives back the handles and the memory that came along.</summary>
    public static void Release(this in Message message)
    {
        Release(message.First);
        Release(message.Second);
    }

    /// <summary>Whether bytes from a chunk's start on are the program's own: a chunk is in one piece, so the last byte says it.</summary>
    internal static bool IsReadable(ulong address, ulong length)
    {
        if (length == 0)
            return true;

        // The kernel checks a path's memory before it looks at the path: error 5 is that it is not there.
        if (SystemCall.TryOpen(new ReadOnlySpan<byte>((void*)(address + length - 1), 1), out Handle handle, out _, out Error error))
            SystemCall.TryClose(handle, out _);
        return error != Error.Parameter;
    }

    private static void Release(in MessageItem item)
    {
        if (item.IsHandle(out Handle handle))
            SystemCall.TryClose(handle, out _);
        else if (item.IsMemory(out MemoryChunk chunk))
            SystemCall.TryFree(chunk, out _);
    }
}
