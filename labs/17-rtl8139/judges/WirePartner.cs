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

    private const int MostOnTheirWay = 6000;
    private const int Burst = 12;
    private const int Rounds = 25;

    private readonly Queue<int> _waiting = new();
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
            if (!await SendAsync(length, random, MostOnTheirWay))
                return;
        }

        if (!await DrainAsync(0))
            return;
        Note(Lengths);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < Burst; i++)
            {
                if (!await SendAsync(random.Next(60, 500), random, MostOnTheirWay))
                    return;
            }

            if (!await DrainAsync(0))
                return;
        }

        Note(Bursts);
        await SendAsync(TestFrame.Last(_station));
    }

    private async Task<bool> SendAsync(int length, Random random, int most)
    {
        var frame = TestFrame.Make(_station, length, random);
        if (!await DrainAsync(most - length) || !await SendAsync(frame))
            return false;
        if (TestFrame.IsTest(frame))
        {
            _waiting.Enqueue(length);
            _bytes += length;
        }

        return true;
    }

    /// <summary>Waits until at most so many bytes are on their way.</summary>
    private async Task<bool> DrainAsync(int most)
    {
        while (_bytes > most)
        {
            if (await ReceiveAsync() is null)
                return false;
            if (_waiting.TryDequeue(out var length))
                _bytes -= length;
        }

        return true;
    }
}
