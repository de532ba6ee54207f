using Euralios.Grader.Boot;

namespace Euralios.Labs.Rtl8139;

/// <summary>
/// Sends frames of every length, in an order of the seed's, among them some that are none; then bursts of frames. Everything comes back: there are never
/// more on their way than the shortest ring holds.
/// </summary>
public sealed class WirePartner : FramePartner
{
    /// <summary>The note that says that every length has come back.</summary>
    internal const string Lengths = "lengths";

    /// <summary>The note that says that the bursts have come back.</summary>
    internal const string Bursts = "bursts";

    // Of the 8 KiB of the ring: what has not come back may still be in it.
    private const int MostOnTheirWay = 6000;
    private const int Burst = 12;
    private const int Rounds = 25;

    private readonly Queue<(int Bytes, bool ComesBack)> _onTheirWay = new();
    private byte[] _station = [];
    private int _bytes;

    /// <inheritdoc/>
    protected override async Task SpeakAsync()
    {
        // The first says that it can send, the second that it listens.
        if (await ReceiveAsync() is not { Length: >= 12 } || await ReceiveAsync() is not { Length: >= 12 } greeting)
            return;

        _station = greeting[6..12];
        var random = new Random(BitConverter.ToInt32(Seed));
        var lengths = Enumerable.Range(1, 1530).ToArray();
        random.Shuffle(lengths);
        foreach (var length in lengths)
        {
            if (!await SendAsync(length, random))
                return;
        }

        if (!await DrainAsync(0))
            return;
        Note(Lengths);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < Burst; i++)
            {
                if (!await SendAsync(random.Next(60, 500), random))
                    return;
            }

            if (!await DrainAsync(0))
                return;
        }

        Note(Bursts);
        await SendAsync(TestFrame.Last(_station));
    }

    private async Task<bool> SendAsync(int length, Random random)
    {
        var frame = TestFrame.Make(_station, length, random);
        var bytes = TestFrame.InTheRing(length);
        if (!await DrainAsync(MostOnTheirWay - bytes) || !await SendAsync(frame))
            return false;
        _onTheirWay.Enqueue((bytes, TestFrame.IsTest(frame)));
        _bytes += bytes;
        return true;
    }

    /// <summary>
    /// Waits until at most so many bytes of the ring may be taken. With a frame that comes back all before it have left the ring; how long others lie
    /// there that come last nobody knows.
    /// </summary>
    private async Task<bool> DrainAsync(int most)
    {
        while (_bytes > most && _onTheirWay.Any(frame => frame.ComesBack))
        {
            if (await ReceiveAsync() is null)
                return false;
            bool comesBack;
            do
            {
                (var bytes, comesBack) = _onTheirWay.Dequeue();
                _bytes -= bytes;
            }
            while (!comesBack);
        }

        return true;
    }
}
