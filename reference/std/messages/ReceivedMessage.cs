using System;

namespace Euralios.Std;

/// <summary>
/// Memory that came with a message. How long it is only its sender knows, and a sender may lie: reading behind a chunk's end would end the reader.
/// </summary>
public static unsafe class ReceivedMemory
{
    /// <summary>The address space of a chunk: none is longer.</summary>
    private const ulong LongestChunk = 1ul << 30;

    /// <summary>The bytes of a message of the form "length, memory".</summary>
    /// <param name="message">The message.</param>
    /// <param name="chunk">Its memory, which is the caller's to free.</param>
    /// <param name="bytes">As many bytes as the message says.</param>
    /// <returns>False where the message has another form, or its memory is shorter than it says.</returns>
    public static bool TryGetBytes(in Message message, out MemoryChunk chunk, out ReadOnlySpan<byte> bytes)
    {
        bytes = default;
        ulong length = message.First.Value;
        if (!message.Second.IsMemory(out chunk) || message.First.Kind != ItemKind.Value || length >= LongestChunk || !IsReadable(chunk.Address, length))
            return false;
        bytes = new ReadOnlySpan<byte>((void*)chunk.Address, (int)length);
        return true;
    }

    /// <summary>Whether bytes from a chunk's start on are the program's own: a chunk is in one piece, so the last byte says it.</summary>
    internal static bool IsReadable(ulong address, ulong length)
    {
        if (length == 0)
            return true;

        // The kernel checks a path before it looks at what the path is: error 5 is that it is not there.
        if (SystemCall.TryOpen(new ReadOnlySpan<byte>((void*)(address + length - 1), 1), out Handle handle, out _, out Error error))
            SystemCall.TryClose(handle, out _);
        return error != Error.Parameter;
    }

    /// <summary>Gives back what came with a message that is not used.</summary>
    public static void Dispose(in Message message)
    {
        Dispose(message.First);
        Dispose(message.Second);
    }

    private static void Dispose(MessageItem item)
    {
        if (item.IsHandle(out Handle handle))
            SystemCall.TryClose(handle, out _);
        else if (item.IsMemory(out MemoryChunk chunk))
            SystemCall.TryFree(chunk, out _);
    }
}
