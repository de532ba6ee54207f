using System;

namespace Euralios.Tools;

/// <summary>What came of echo requests.</summary>
internal sealed class RoundTrips
{
    private ulong shortest = ulong.MaxValue;
    private ulong longest;
    private ulong sum;

    internal int Sent { get; private set; }

    internal int Received { get; private set; }

    /// <summary>A request had its reply after so many microseconds.</summary>
    internal void Add(ulong microseconds)
    {
        Sent++;
        Received++;
        shortest = Math.Min(shortest, microseconds);
        longest = Math.Max(longest, microseconds);
        sum += microseconds;
    }

    /// <summary>A request had none.</summary>
    internal void AddLost() => Sent++;

    /// <summary>Two lines, or one where nothing was received.</summary>
    internal string Summary()
    {
        int lost = Sent == 0 ? 0 : (int)(((long)(Sent - Received) * 100) / Sent);
        string counts = $"{Sent} sent, {Received} received, {lost}% loss\n";
        return Received == 0
            ? counts
            : $"{counts}round trip min/avg/max {Milliseconds(shortest)}/{Milliseconds(sum / (ulong)Received)}/{Milliseconds(longest)} ms\n";
    }

    internal static string Milliseconds(ulong microseconds) => $"{microseconds / 1000}.{microseconds % 1000:D3}";
}
