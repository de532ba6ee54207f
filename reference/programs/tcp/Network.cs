using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Threading;
using Euralios.Net;
using Euralios.Net.Tcp;
using Euralios.Net.Wire;
using Euralios.Programs.Nic;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>
/// The stack, and what moves it: a thread takes in the frames that the driver brings, another sees to what is due at some time, and whoever has done something
/// for a client lets the stack send. <see cref="Gate"/> lets one of them in at a time, and whoever leaves calls <see cref="Settle"/> first.
/// </summary>
internal sealed class Network
{
    private readonly NicLink link;
    private readonly AutoResetEvent timer;
    private readonly List<AutoResetEvent> watchers = new();

    /// <summary>When the timer's thread looks next.</summary>
    private Instant alarm = Instant.Never;

    private Network(Handle nic, MacAddress address, AutoResetEvent timer)
    {
        this.timer = timer;
        link = new NicLink(new NicDriver(nic));
        Stack = new NetworkStack(link, address, Seed(address));
        Tcp = new TcpLayer(Stack.Output, Stack.Random, new TcpOptions());
        Stack.Transport = Tcp;
    }

    /// <summary>A time that never comes: the end of a wait without end.</summary>
    internal const ulong Forever = SystemCall.Forever;

    internal Lock Gate { get; } = new();

    internal NetworkStack Stack { get; }

    internal TcpLayer Tcp { get; }

    /// <summary>The time, as the stack is told.</summary>
    internal static Instant Now => new((long)Clock.Microseconds);

    /// <summary>A time from now, as <see cref="Clock"/> tells it; <see cref="SystemCall.Forever"/> if it is beyond all times.</summary>
    internal static ulong Deadline(ulong microseconds) =>
        microseconds >= (ulong)long.MaxValue - Clock.Microseconds ? SystemCall.Forever : Clock.Microseconds + microseconds;

    /// <summary>Memory for bytes that a client is to get.</summary>
    internal static bool TryAllocate(int length, out MemoryChunk memory, out Error error) =>
        SystemCall.TryAllocate((ulong)(length + SystemCall.PageSize - 1) / SystemCall.PageSize, out memory, out error);

    /// <summary>Begins: attached to a driver, with both threads.</summary>
    internal static bool TryStart(Handle nic, MacAddress address, out Network? network, out Error error)
    {
        network = null;
        if (!AutoResetEvent.TryCreate(out AutoResetEvent? timer, out error) || !SystemCall.TryNewRendezvous(out Handle own, out Handle driver, out error))
            return false;
        var made = new Network(nic, address, timer!);
        if (!made.Stack.Dhcp.TryStart(Now, out _))
        {
            error = Error.Memory;
            return false;
        }

        var attach = new Message(NicTags.Attach, driver);
        if (!Std.Thread.TryStart(() => made.TakeFrames(own), out _, out error)
            || !RemoteCall.TryCall(nic, ref attach, Tags.Ok, out _, out error)
            || !Std.Thread.TryStart(made.KeepTime, out _, out error))
            return false;
        network = made;
        return true;
    }

    /// <summary>Lets the stack do what is due, gives the driver what it sends, and tells those who wait. With the gate.</summary>
    internal void Settle()
    {
        Advance();
        link.Flush();
    }

    /// <summary>Who is told whenever anything has happened: for what happens seldom. With the gate.</summary>
    internal void Watch(AutoResetEvent watcher) => watchers.Add(watcher);

    /// <summary>With the gate.</summary>
    internal void Unwatch(AutoResetEvent watcher) => watchers.Remove(watcher);

    private void Advance()
    {
        Instant now = Now;
        bool hasChanged = false;
        Instant next;
        bool isDone;
        do
        {
            isDone = Stack.Poll(now);
            hasChanged |= isDone;
            next = Stack.NextPoll;
        }
        while (link.HasArrived || (isDone && next <= now));
        while (Tcp.TryNextChanged(out TcpConnection? connection))
            (connection!.Owner as Connection)?.Changed();
        if (hasChanged)
        {
            foreach (AutoResetEvent watcher in watchers)
                watcher.Set();
        }

        if (next < alarm)
        {
            alarm = next;
            timer.Set();
        }
    }

    /// <summary>Takes what the driver brings. Anything else is answered too, but changes nothing.</summary>
    private void TakeFrames(Handle handle)
    {
        while (SystemCall.TryReceive(handle, out Message message, out _))
        {
            if (message.Tag != NicTags.Frames || !FrameMemory.TryRead(message, out ReadOnlySpan<byte> list) || !message.Second.IsMemory(out MemoryChunk memory))
            {
                message.Release();
                Answer.Send(handle, new Message(Tags.InvalidFormat));
                continue;
            }

            Message answer;
            lock (Gate)
            {
                link.Arrive(memory, list.Length);
                Advance();
                int used = link.Exchange(memory, out MemoryChunk next);
                answer = new Message(NicTags.Frames, (ulong)used, next);
            }

            Answer.Send(handle, answer);
        }
    }

    private void KeepTime()
    {
        while (true)
        {
            Instant next;
            lock (Gate)
            {
                // Nobody needs to wake this thread before it has looked.
                alarm = new Instant(long.MinValue);
                Settle();
                next = alarm = Stack.NextPoll;
            }

            if (next == Instant.Never)
                timer.Wait();
            else
                timer.Wait((ulong)Math.Max(0, next.Microseconds - Now.Microseconds));
        }
    }

    /// <summary>
    /// The secret behind all that a peer is not to guess. The machine has no source of chance but its clocks: their low bits, and where the boot got to when.
    /// </summary>
    private static byte[] Seed(MacAddress address)
    {
        string text = $"{address} {SystemCall.Date()} {Clock.TimeStamp} {Clock.Microseconds}";
        return SHA256.HashData(Text.ToUtf8(text));
    }
}
