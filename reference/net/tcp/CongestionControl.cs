using System;

namespace Euralios.Net.Tcp;

/// <summary>
/// How much may be on its way (RFC 5681, "Reno"): slow start, congestion avoidance, and what a loss does to them. Growth counts bytes that were
/// acknowledged (RFC 3465), so a peer that acknowledges each byte by itself gains nothing.
/// </summary>
internal struct CongestionControl
{
    // RFC 6928: ten segments, but no more than this unless that is less than two.
    private const int InitialBytes = 14_600;

    private readonly int segmentSize;
    private readonly int maximum;
    private int acknowledged;

    /// <summary>The beginning.</summary>
    /// <param name="segmentSize">The most data in a segment (SMSS).</param>
    /// <param name="maximum">More than can ever be on its way: the send buffer's size.</param>
    /// <param name="isSynLost">Whether the SYN or its answer had to be repeated: then one segment is all (RFC 5681, section 3.1).</param>
    public CongestionControl(int segmentSize, int maximum, bool isSynLost)
    {
        this.segmentSize = segmentSize;
        this.maximum = Math.Max(maximum, InitialBytes);
        Window = isSynLost ? segmentSize : InitialWindow;
        Threshold = int.MaxValue;
    }

    /// <summary>The congestion window (cwnd), in bytes.</summary>
    public int Window { get; private set; }

    /// <summary>Where slow start ends (ssthresh), in bytes.</summary>
    public int Threshold { get; private set; }

    private readonly int InitialWindow => Math.Min(10 * segmentSize, Math.Max(2 * segmentSize, InitialBytes));

    /// <summary>Bytes were acknowledged while the window was what limited sending, and no loss is being repaired by fast recovery.</summary>
    public void Acknowledged(int bytes)
    {
        if (Window < Threshold)
        {
            // RFC 3465, section 2.2, with L = 2: delayed acknowledgments cost nothing.
            Window = Math.Min(Window + Math.Min(bytes, 2 * segmentSize), maximum);
            return;
        }

        acknowledged += bytes;
        if (acknowledged >= Window)
        {
            acknowledged -= Window;
            Window = Math.Min(Window + segmentSize, maximum);
        }
    }

    /// <summary>A loss was seen by duplicate or selective acknowledgments (RFC 5681, section 3.2; RFC 6675, section 5).</summary>
    /// <param name="inFlight">What was sent and not acknowledged.</param>
    public void Lost(int inFlight)
    {
        Threshold = Half(inFlight);
        Window = Threshold;
        acknowledged = 0;
    }

    /// <summary>The retransmission timer ran out (RFC 5681, section 3.1).</summary>
    /// <param name="inFlight">What was sent and not acknowledged.</param>
    /// <param name="isFirst">Whether what is lost was sent once so far: only then the threshold changes.</param>
    public void TimedOut(int inFlight, bool isFirst)
    {
        if (isFirst)
            Threshold = Half(inFlight);
        Window = segmentSize;
        acknowledged = 0;
    }

    /// <summary>Fast recovery is over (RFC 6582, section 3.2, step 3, option 1: no burst).</summary>
    public void Recovered(int inFlight) => Window = Math.Min(Threshold, Math.Max(inFlight, segmentSize) + segmentSize);

    /// <summary>Nothing was sent for longer than a time-out (RFC 5681, section 4.1).</summary>
    public void Idle() => Window = Math.Min(Window, InitialWindow);

    private readonly int Half(int inFlight) => Math.Max(inFlight / 2, 2 * segmentSize);
}
