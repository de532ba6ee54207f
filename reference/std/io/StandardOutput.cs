using System;

namespace Euralios.Std;

/// <summary>
/// Handle 1: UTF-8 gathered in a chunk of memory, which is sent as it is when a line is complete or the chunk is full. Nothing is allocated before
/// something is written, and nothing on the heap at all.
/// </summary>
/// <remarks>
/// Where nobody has ever been at the other end, as for the first process and for tests of the kernel, the text goes to the kernel's console. Where there
/// was somebody, who is gone, or a shell has put the output somewhere else (there is <c>/dev/stderr</c>), the process ends as a writer to a broken pipe does.
/// </remarks>
internal static unsafe class StandardOutput
{
    private const int Capacity = SystemCall.PageSize;

    /// <summary>The bytes that one message carries at most.</summary>
    private const int LongestMessage = 1 << 20;

    private const int AttemptsForMemory = 200;

    /// <summary>What a shell knows as the end by SIGPIPE: 128 + 13.</summary>
    private const int BrokenPipe = 141;

    private static BusyLock @lock;
    private static Destination destination;

    // The chunk's address, 0 where there is none, and how many bytes of it are used.
    private static ulong buffer;
    private static int length;

    private enum Destination
    {
        Unknown,
        Server,
        Kernel,
    }

    /// <summary>Whether what is written goes to the kernel's console.</summary>
    internal static bool IsKernel => destination == Destination.Kernel;

    /// <summary>Writes text; what is behind its last line end waits for more.</summary>
    internal static void Write(scoped ReadOnlySpan<byte> text)
    {
        @lock.Enter();
        bool isLine = text.IndexOf((byte)'\n') >= 0;
        if (text.Length > Capacity)
        {
            Send();
            while (text.Length > Capacity)
            {
                int count = Utf8.WholeCharacters(text, LongestMessage);
                SendCopy(text.Slice(0, count));
                text = text.Slice(count);
            }
        }

        while (!text.IsEmpty && TryMakeBuffer(Capacity))
        {
            if (Capacity - length < Utf8.LongestCharacter)
            {
                Send();
                continue;
            }

            int count = Utf8.WholeCharacters(text, Capacity - length);
            text.Slice(0, count).CopyTo(new Span<byte>((byte*)buffer + length, count));
            length += count;
            text = text.Slice(count);
            if (!text.IsEmpty)
                Send();
        }

        if (isLine)
            Send();
        @lock.Exit();
    }

    /// <summary>Sends what was written and has not been sent.</summary>
    internal static void Flush()
    {
        if (length == 0)
            return;
        @lock.Enter();
        Send();
        @lock.Exit();
    }

    private static void SendCopy(ReadOnlySpan<byte> text)
    {
        FreeBuffer();
        if (!TryMakeBuffer(text.Length))
            return;
        text.CopyTo(new Span<byte>((byte*)buffer, text.Length));
        length = text.Length;
        Send();
        FreeBuffer();
    }

    private static void FreeBuffer()
    {
        if (buffer != 0)
            SystemCall.TryFree(new MemoryChunk(buffer), out _);
        buffer = 0;
    }

    /// <summary>Memory is short for a moment at most, or the system is lost and the text with it.</summary>
    private static bool TryMakeBuffer(int size)
    {
        ulong pages = ((ulong)size + SystemCall.PageSize - 1) / SystemCall.PageSize;
        for (int attempt = 0; buffer == 0 && attempt < AttemptsForMemory; attempt++)
        {
            if (SystemCall.TryAllocate(pages, out MemoryChunk chunk, out _))
                buffer = chunk.Address;
            else
                Patience.Wait(attempt);
        }

        return buffer != 0;
    }

    private static void Send()
    {
        int count = length;
        length = 0;
        if (count == 0)
            return;
        if (destination == Destination.Kernel)
        {
            WriteToKernel(count);
            return;
        }

        Error error = SendText(Handle.StandardOutput, ref buffer, count);
        if (error == Error.None)
        {
            destination = Destination.Server;
            return;
        }

        bool isGone = error is Error.Closed or Error.InvalidHandle;
        bool isFirst = destination == Destination.Unknown;
        destination = Destination.Kernel;
        if (isGone && isFirst && buffer != 0 && !StandardError.IsApart)
            WriteToKernel(count);
        else if (isGone)
            SystemCall.KillSelf(BrokenPipe);
        else
            Failure.Report("System.IO.IOException", error.Text());
    }

    /// <summary>Sends a chunk as it is, however long the receiver is busy.</summary>
    /// <param name="handle">Where to.</param>
    /// <param name="chunk">The chunk's address; 0 when it is gone.</param>
    /// <param name="count">Its bytes.</param>
    internal static Error SendText(Handle handle, ref ulong chunk, int count)
    {
        var message = new Message(Tags.Write, (ulong)count, new MemoryChunk(chunk));
        bool answered = RemoteCall.TryExchange(handle, ref message, int.MaxValue, out Message reply, out Error error);
        reply.Release();

        // Where nobody took it, it is still here; an end of the receiver after it had taken it is the same error.
        chunk = !answered && ReceivedMessage.IsReadable(message.Second.Value, 1) ? message.Second.Value : 0;
        return answered ? RemoteCall.ErrorOf(reply) : error;
    }

    private static void WriteToKernel(int count)
    {
        var text = new ReadOnlySpan<byte>((byte*)buffer, count);
        while (!text.IsEmpty)
        {
            int part = Utf8.WholeCharacters(text, SystemCall.LongestDebugText);
            SystemCall.TryDebugWrite(text.Slice(0, part), out _);
            text = text.Slice(part);
        }
    }
}
