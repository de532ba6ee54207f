using System;

namespace Euralios.Std;

// Rendezvous.
public static unsafe partial class SystemCall
{
    private const int HandleShift = 32;
    private const ulong OnlyToReceiver = 0x2000;

    /// <summary>Waits for a message.</summary>
    public static bool TryReceive(Handle handle, out Message message, out Error error) =>
        Received(Make(SystemCallNumber.Receive, handle.Number), out message, out _, out error);

    /// <summary>Waits for a message no longer than a time from now.</summary>
    public static bool TryReceive(Handle handle, ulong microseconds, out Message message, out Error error) =>
        Received(Make(SystemCallNumber.ReceiveDeadline, handle.Number, microseconds), out message, out _, out error);

    /// <summary>Waits for a message on any of 1 to 32 handles.</summary>
    /// <param name="handles">The handles.</param>
    /// <param name="microseconds">How long at most; <see cref="Forever"/> without end.</param>
    /// <param name="index">Which of the handles it came on.</param>
    /// <param name="message">The message.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TryReceiveAny(ReadOnlySpan<Handle> handles, ulong microseconds, out int index, out Message message, out Error error)
    {
        // A handle is its number and nothing else, so the handles are the array of numbers that the kernel reads.
        fixed (Handle* pointer = handles)
        {
            bool done = Received(
                Make(SystemCallNumber.ReceiveAny, (ulong)pointer, (ulong)handles.Length, microseconds), out message, out ulong r8, out error);
            index = (int)r8;
            return done;
        }
    }

    /// <summary>Waits until somebody takes a message. Handles and chunks in it move to the receiver.</summary>
    /// <param name="handle">Where to.</param>
    /// <param name="message">
    /// The message. Where it could not be sent, it is what the kernel gave back: handles and chunks may have other numbers then.
    /// </param>
    /// <param name="error">Why it could not be sent.</param>
    public static bool TrySend(Handle handle, ref Message message, out Error error) =>
        Sent(SystemCallNumber.Send, 0, handle, ref message, out _, out error);

    /// <summary>
    /// Sends a message to whoever waits for it, and never waits itself: what a server answers with. <see cref="Error.TimedOut"/> where nobody
    /// waits; the message is still the caller's then.
    /// </summary>
    /// <param name="handle">Where to.</param>
    /// <param name="message">The message; see <see cref="TrySend"/>.</param>
    /// <param name="error">Why it was not sent.</param>
    public static bool TryReply(Handle handle, ref Message message, out Error error) =>
        Sent(SystemCallNumber.Send, OnlyToReceiver, handle, ref message, out _, out error);

    /// <summary>Waits until somebody takes a message and replies to it.</summary>
    /// <param name="handle">Where to.</param>
    /// <param name="message">The message; see <see cref="TrySend"/>.</param>
    /// <param name="reply">The reply.</param>
    /// <param name="error">Why there is none.</param>
    public static bool TrySendReceive(Handle handle, ref Message message, out Message reply, out Error error)
    {
        bool done = Sent(SystemCallNumber.SendReceive, 0, handle, ref message, out SystemCallRegisters output, out error);
        reply = done ? Message.FromRegisters(output) : default;
        return done;
    }

    /// <summary>A rendezvous, by two handles on it.</summary>
    public static bool TryNewRendezvous(out Handle first, out Handle second, out Error error)
    {
        bool done = Try(Make(SystemCallNumber.NewRendezvous), out SystemCallRegisters output, out error);
        first = done ? new Handle((uint)output.Rdi) : default;
        second = done ? new Handle((uint)output.Rsi) : default;
        return done;
    }

    /// <summary>Another handle on a rendezvous.</summary>
    public static bool TryCopy(Handle handle, out Handle copy, out Error error)
    {
        bool done = Try(Make(SystemCallNumber.CopyRendezvous, handle.Number), out SystemCallRegisters output, out error);
        copy = done ? new Handle((uint)output.Rdi) : default;
        return done;
    }

    /// <summary>Gives a handle up. Whoever waits at the other end, where nobody else could come, is told so.</summary>
    public static bool TryClose(Handle handle, out Error error) => Try(Make(SystemCallNumber.Close, handle.Number), out _, out error);

    private static bool Received(in SystemCallRegisters input, out Message message, out ulong r8, out Error error)
    {
        bool done = Try(input, out SystemCallRegisters output, out error);
        message = done ? Message.FromRegisters(output) : default;
        r8 = done ? output.R8 : 0;
        return done;
    }

    private static bool Sent(
        SystemCallNumber number, ulong flags, Handle handle, ref Message message, out SystemCallRegisters output, out Error error)
    {
        SystemCallRegisters input = message.ToRegisters();
        input.Rax |= (ulong)number | flags | ((ulong)handle.Number << HandleShift);
        bool done = Try(input, out output, out error);
        if ((output.Rax & MessageIsBack) != 0)
            message = Message.FromRegisters(output);
        return done;
    }
}
