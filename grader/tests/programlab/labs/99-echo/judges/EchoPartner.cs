using Euralios.Grader.Boot;

namespace Euralios.Grader.Tests.ProgramLab;

/// <summary>Sends frames of random bytes to whoever greets, each when the one before was answered; then one that says that it is over.</summary>
public sealed class EchoPartner : FramePartner
{
    private const int Rounds = 12;
    private const int Header = 14;

    /// <inheritdoc/>
    protected override async Task SpeakAsync()
    {
        if (await ReceiveAsync() is not { } greeting)
            return;

        var random = new Random(BitConverter.ToInt32(Seed));
        for (var round = 0; round < Rounds; round++)
        {
            var frame = new byte[60 + random.Next(1440)];
            random.NextBytes(frame);
            greeting.AsSpan(6, 6).CopyTo(frame);
            (frame[6], frame[12], frame[Header - 1]) = (2, 0x88, 0xB5);
            if (!await SendAsync(frame) || await ReceiveAsync() is null)
                return;
        }

        Note($"answered {Rounds}");
        var over = new byte[60];
        greeting.AsSpan(6, 6).CopyTo(over);
        (over[12], over[13]) = (0x88, 0xB6);
        await SendAsync(over);
    }
}

/// <summary>A peer that has a defect.</summary>
public sealed class BrokenPartner : FramePartner
{
    /// <inheritdoc/>
    protected override async Task SpeakAsync()
    {
        await ReceiveAsync();
        throw new InvalidDataException("a defect of the peer's");
    }
}
