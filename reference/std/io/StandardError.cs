using System;

namespace Euralios.Std;

/// <summary>Where a program reports what went wrong: <c>/dev/stderr</c> if there is one, else standard output.</summary>
internal static class StandardError
{
    private static BusyLock @lock;
    private static bool isOpened;
    private static bool isMounted;
    private static Handle handle;

    /// <summary>Whether errors do not go where the output goes: whoever started the program has put the output somewhere else.</summary>
    internal static bool IsApart
    {
        get
        {
            @lock.Enter();
            Open();
            bool isApart = isMounted;
            @lock.Exit();
            return isApart;
        }
    }

    /// <summary>Writes text at once.</summary>
    internal static void Write(scoped ReadOnlySpan<byte> text)
    {
        StandardOutput.Flush();
        @lock.Enter();
        Open();
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

    private static void Open()
    {
        if (isOpened)
            return;
        bool isThere = SystemCall.TryOpen("/dev/stderr"u8, out handle, out int matched, out _);
        isMounted = isThere && matched == "/dev/stderr".Length;
        if (isThere && !isMounted)
            SystemCall.TryClose(handle, out _);
        isOpened = true;
    }
}
