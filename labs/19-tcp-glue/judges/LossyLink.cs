using Euralios.Net.Link;
using Merriwig.Lab;

namespace Euralios.Labs.Glue;

/// <summary>The partner's link: in both directions segments get lost, come twice, or after the next one, as the numbers of the boot's seed say.</summary>
/// <param name="random">What happens to which segment.</param>
internal sealed class LossyLink(RandomSource random) : ILink
{
    private readonly LossyLane _coming = new(random.Fork(1));
    private readonly LossyLane _leaving = new(random.Fork(2));
    private byte[] _begun = [];

    internal int Lost => _coming.Lost + _leaving.Lost;

    internal int Doubled => _coming.Doubled + _leaving.Doubled;

    internal int Late => _coming.Late + _leaving.Late;

    /// <inheritdoc/>
    public Span<byte> Begun => _begun;

    /// <inheritdoc/>
    public bool TryReceive(out ReadOnlySpan<byte> frame)
    {
        var hasOne = _coming.TryTake(out var bytes);
        frame = bytes;
        return hasOne;
    }

    /// <inheritdoc/>
    public bool TryBeginSend(int length, out Span<byte> frame)
    {
        _begun = new byte[length];
        frame = _begun;
        return true;
    }

    /// <inheritdoc/>
    public void Send(int length)
    {
        _leaving.Pass(_begun[..length]);
        _begun = [];
    }

    /// <summary>From now on every frame arrives, once and in its order.</summary>
    internal void BecomeGood() => _coming.IsGood = _leaving.IsGood = true;

    /// <summary>A frame of the machine's came.</summary>
    internal void Deliver(byte[] frame) => _coming.Pass(frame);

    /// <summary>The next frame for the machine.</summary>
    internal bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out byte[]? frame) => _leaving.TryTake(out frame);
}
