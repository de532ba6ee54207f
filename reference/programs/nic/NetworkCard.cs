using System;

namespace Euralios.Programs.Nic;

/// <summary>A network card, as <see cref="NicServer"/> uses it: by one thread at a time. No method waits.</summary>
internal abstract class NetworkCard
{
    /// <summary>What Ethernet's shortest frame has without its check sequence: shorter ones are filled up with zeros.</summary>
    internal const int ShortestOnWire = 60;

    /// <summary>The driver's name.</summary>
    internal abstract string Name { get; }

    /// <summary>The card's address: six octets, the first in bits 0 to 7.</summary>
    internal abstract ulong MacAddress { get; }

    /// <summary>What was counted; <see cref="UpdateCounters"/> brings it up to date.</summary>
    internal CardCounters Counters { get; } = new();

    /// <summary>The card has been unplugged, or does not work any more: nothing comes, and nothing can be sent.</summary>
    internal bool IsGone { get; private protected set; }

    /// <summary>Takes the next frame that has come, if there is one.</summary>
    /// <param name="into">Where it is copied to: room for <see cref="FrameList.LongestFrame"/> bytes.</param>
    /// <param name="length">Its length.</param>
    internal abstract bool TryReceive(Span<byte> into, out int length);

    /// <summary>Puts a frame on the wire, padded if it is short.</summary>
    /// <param name="frame">A frame of <see cref="FrameList.ShortestFrame"/> to <see cref="FrameList.LongestFrame"/> bytes.</param>
    /// <returns>False if the card has no room just now.</returns>
    internal abstract bool TrySend(ReadOnlySpan<byte> frame);

    /// <summary>The card has had no room for a long time: what is in it is given up, and sending begins anew.</summary>
    internal abstract void RestartSender();

    /// <summary>Finds out why the card interrupts, acknowledges it, and does what does not concern frames that came.</summary>
    /// <returns>False if it does not interrupt. While this is true frames may have come.</returns>
    internal abstract bool Acknowledge();

    /// <summary>Asks the card for what it has counted itself.</summary>
    internal abstract void UpdateCounters();
}
