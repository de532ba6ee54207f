using System;
using System.Threading;
using Euralios.Std;

namespace Euralios.Programs.Nic;

/// <summary>
/// Puts frames into the card, for all threads. A card that has no room has some again within the time of a frame, 123 microseconds at 100 Mbit/s, so
/// whoever waits lets others run and looks again. The wait has an end: then the card's sender is started anew.
/// </summary>
internal sealed class CardSender(NetworkCard card, Lock gate)
{
    private const ulong LongestWait = 50_000;

    /// <summary>Sends all frames of a list that is valid.</summary>
    /// <returns>False if the card is gone.</returns>
    internal bool SendAll(ReadOnlySpan<byte> list)
    {
        while (!list.IsEmpty)
        {
            bool isTaken;
            ReadOnlySpan<byte> frame;
            lock (gate)
            {
                do
                {
                    ReadOnlySpan<byte> rest = list;
                    isTaken = FrameList.TryTake(ref rest, out frame) && card.TrySend(frame);
                    list = isTaken ? rest : list;
                }
                while (isTaken && !list.IsEmpty);
            }

            if (isTaken)
                return true;
            if (!TryWaitAndSend(frame))
                return false;
            FrameList.TryTake(ref list, out _);
        }

        return true;
    }

    /// <summary>Sends one frame.</summary>
    /// <returns>False if the card is gone.</returns>
    internal bool Send(ReadOnlySpan<byte> frame)
    {
        lock (gate)
        {
            if (card.TrySend(frame))
                return true;
        }

        return TryWaitAndSend(frame);
    }

    private bool TryWaitAndSend(ReadOnlySpan<byte> frame)
    {
        ulong end = Clock.Microseconds + LongestWait;
        while (true)
        {
            lock (gate)
            {
                if (card.IsGone)
                    return false;
                if (card.TrySend(frame))
                    return true;
                if (Clock.Microseconds >= end)
                {
                    card.RestartSender();
                    return card.TrySend(frame);
                }
            }

            SystemCall.Yield();
        }
    }
}
