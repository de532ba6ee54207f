namespace Euralios.Net.Tcp;

/// <summary>
/// How many acknowledgments a connection sends that nothing but a doubtful segment asks for (RFC 5961, section 7). The limit is the connection's own
/// and differs from second to second: a limit that connections share, or a known one, tells a stranger by its use what goes on in others' connections.
/// </summary>
internal struct ChallengeBudget
{
    private const long Period = 1_000_000;
    private const uint Least = 6;
    private const uint Spread = 6;

    private long ends;
    private uint left;

    /// <summary>Takes one, if one is left in this second.</summary>
    public bool TryTake(Instant now, RandomSource random)
    {
        if (now.Microseconds >= ends)
        {
            ends = now.Microseconds + Period;
            left = Least + random.NextBelow(Spread);
        }

        if (left == 0)
            return false;
        left--;
        return true;
    }
}
