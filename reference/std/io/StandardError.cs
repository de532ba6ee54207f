using System;

namespace Euralios.Std;

/// <summary>Where a program reports what went wrong: <c>/dev/stderr</c> if there is one, else standard output.</summary>
internal static class StandardError
{
    private static BusyLock @lock;
    private static bool isOpened;
    private static bool isMounted;
    private static Handle handle;

    /// <summary>Writes text at once.</summary>
    internal static void Write(scoped ReadOnlySpan<byte> text)
    {
        StandardOutput.Flush();
        @lock.Enter();
        if (!isOpened)
        {
            isMounted = SystemCall.TryOpen("/dev/stderr"u8, out handle, out int matched, out _) && matched == "/dev/stderr".Length;
            isOpened = true;
        }

        if (isMounted && MemoryChunk.TryCreate(text, out MemoryChunk chunk, out _))
        {
            ulong address = chunk.Address;
            isMounted = StandardOutput.SendText(handle, ref address, text.Length) == Error.None;
            if (address != 0)
                SystemCall.TryFree(new MemoryChunk(address), out _);
        }

        bool isWritten = isMounted;
        @lock.Exit();
        if (isWritten)
            return;
        StandardOutput.Write(text);
        StandardOutput.Flush();
    }
}
