using System;
using System.Threading;
using Euralios.Std;

namespace Euralios.Programs.Nic;

/// <summary>
/// The thread that waits for the card's interrupts. It brings frames that came to whoever is attached, a piece of memory full at a time, and puts on the
/// wire what comes back. While it waits for an answer it holds nothing: others go on, and the card's ring fills.
/// </summary>
/// <remarks>All fields are read and written by whoever has the gate.</remarks>
internal sealed class FramePump(NetworkCard card, CardSender sender, Lock gate, uint line)
{
    // Where somebody else asks the listener at the same time.
    private const int MostAttempts = 100;
    private const ulong Pause = 10_000;

    private Handle listener;
    private bool isExchanging;
    private bool isRetired;
    private bool hasMemory;
    private MemoryChunk memory;

    /// <summary>Whether somebody is attached.</summary>
    internal bool HasListener { get; private set; }

    /// <summary>Frames go to a listener from now on. What came before is nobody's.</summary>
    /// <returns>False if the pump waits for another listener's answer, which may never come: it ends when it comes, and another must take its place.</returns>
    internal bool TryAttach(Handle newListener)
    {
        if (isExchanging)
        {
            isRetired = true;
            return false;
        }

        if (HasListener)
            SystemCall.TryClose(listener, out _);
        listener = newListener;
        HasListener = true;
        return true;
    }

    /// <summary>Nobody could take the place of a pump that <see cref="TryAttach"/> was not possible for.</summary>
    internal void Keep() => isRetired = false;

    /// <summary>Runs until the card is gone, or another pump has taken the place.</summary>
    internal void Run()
    {
        while (true)
        {
            while (TryAcknowledge())
            {
                Deliver();
                if (isRetired)
                    return;
            }

            if (card.IsGone)
                return;
            if (!SystemCall.TryAwaitInterrupt(line, out Error error))
            {
                KernelLog.WriteLine($"[{card.Name}] interrupt line {line}: {error.Text()}");
                return;
            }
        }
    }

    private bool TryAcknowledge()
    {
        lock (gate)
            return card.Acknowledge();
    }

    private void Deliver()
    {
        while (true)
        {
            int used;
            int frames;
            lock (gate)
            {
                if (!HasListener || !TryFill(out used, out frames))
                    return;
                isExchanging = true;
                hasMemory = false;
            }

            bool isAnswered = TryExchange(used, out Message answer);
            bool isUsable = TryTakeMemory(answer, out ReadOnlySpan<byte> list);
            if (isUsable)
                sender.SendAll(list);
            else
                answer.Release();
            lock (gate)
            {
                isExchanging = false;
                if (!isAnswered)
                    card.Counters.Dropped += (ulong)frames;
                if (isRetired || !isUsable)
                    Detach();
                if (isRetired)
                    return;
            }
        }
    }

    /// <summary>Asks the listener with the memory. Whoever does not take FRAMES is not asked again.</summary>
    private bool TryExchange(int used, out Message answer)
    {
        var message = new Message(NicTags.Frames, (ulong)used, memory);
        for (int i = 0; !SystemCall.TrySendReceive(listener, ref message, out answer, out Error error); i++)
        {
            if (error is not (Error.SendBlocking or Error.ReceiveBlocking) || i == MostAttempts)
            {
                message.Release();
                return false;
            }

            SystemCall.Sleep(Pause);
        }

        return true;
    }

    private void Detach()
    {
        SystemCall.TryClose(listener, out _);
        HasListener = false;
        if (isRetired && hasMemory)
            SystemCall.TryFree(memory, out _);
    }

    /// <summary>Fills the memory with frames that came.</summary>
    private bool TryFill(out int used, out int frames)
    {
        used = 0;
        frames = 0;
        if (!hasMemory)
        {
            hasMemory = SystemCall.TryAllocate(FrameList.MemorySize / SystemCall.PageSize, out memory, out _);
            if (!hasMemory)
                return false;
        }

        Span<byte> bytes = memory.Bytes(FrameList.MemorySize);
        while (used <= FrameList.MemorySize - FrameList.SizeOf(FrameList.LongestFrame))
        {
            Span<byte> entry = bytes.Slice(used);
            if (!card.TryReceive(entry.Slice(FrameList.LengthSize), out int length))
                break;
            FrameList.WriteLength(entry, length);
            used += FrameList.SizeOf(length);
            frames++;
        }

        return frames > 0;
    }

    /// <summary>The memory of an answer is that of the next question, if there is enough of it.</summary>
    private bool TryTakeMemory(in Message answer, out ReadOnlySpan<byte> list)
    {
        list = default;
        if (answer.Tag != NicTags.Frames || !FrameMemory.TryRead(answer, out list))
            return false;
        answer.Second.IsMemory(out memory);
        hasMemory = true;
        return true;
    }
}
