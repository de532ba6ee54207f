namespace Euralios.Programs.Nic;

/// <summary>What a network card's driver has counted since it started.</summary>
internal sealed class CardCounters
{
    /// <summary>Frames that were taken out of the card.</summary>
    internal ulong Received { get; set; }

    /// <summary>Their bytes.</summary>
    internal ulong ReceivedBytes { get; set; }

    /// <summary>Frames that the card took.</summary>
    internal ulong Sent { get; set; }

    /// <summary>Their bytes, with padding.</summary>
    internal ulong SentBytes { get; set; }

    /// <summary>Frames that came damaged, or are none by their length.</summary>
    internal ulong ReceiveErrors { get; set; }

    /// <summary>How often there was no room for a frame that came.</summary>
    internal ulong Overflows { get; set; }

    /// <summary>Frames that the card itself has counted as lost for want of room.</summary>
    internal ulong Missed { get; set; }

    /// <summary>Frames that went nowhere after they had been received: the listener was gone.</summary>
    internal ulong Dropped { get; set; }

    /// <summary>Frames that the card did not bring onto the wire.</summary>
    internal ulong SendErrors { get; set; }

    /// <summary>How often receiver, sender or the whole card had to be started anew.</summary>
    internal ulong Restarts { get; set; }

    /// <summary>Interrupts that had a cause.</summary>
    internal ulong Interrupts { get; set; }

    /// <summary>How often the wire was plugged in or out.</summary>
    internal ulong LinkChanges { get; set; }
}
