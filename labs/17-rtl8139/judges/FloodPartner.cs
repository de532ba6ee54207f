using Euralios.Grader.Boot;

namespace Euralios.Labs.Rtl8139;

/// <summary>
/// Sends many times more than the ring holds, at once, and waits for nothing. When the guest greets again it sends some frames, one after the other.
/// </summary>
public sealed class FloodPartner : FramePartner
{
    /// <summary>The note that says that the frames after the flood have come back.</summary>
    internal const string Calm = "calm";

    /// <summary>Frames after the flood.</summary>
    internal const int CalmFrames = 30;

    // The guest knows this number too.
    private const int Frames = 60;

    /// <inheritdoc/>
    protected override async Task SpeakAsync()
    {
        if (await ReceiveAsync() is not { Length: >= 12 } greeting)
            return;

        var station = greeting[6..12];
        var random = new Random(BitConverter.ToInt32(Seed));
        for (var i = 0; i < Frames; i++)
        {
            if (!await SendAsync(TestFrame.Make(station, TestFrame.Longest - random.Next(100), random)))
                return;
        }

        byte[]? frame;
        do
        {
            frame = await ReceiveAsync();
        }
        while (frame is not null && !TestFrame.IsGreeting(frame));

        for (var i = 0; i < CalmFrames; i++)
        {
            if (!await SendAsync(TestFrame.Make(station, random.Next(60, TestFrame.Longest), random)) || await ReceiveAsync() is null)
                return;
        }

        Note(Calm);
        await SendAsync(TestFrame.Last(station));
    }
}
