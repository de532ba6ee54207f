using Euralios.Net.Link;
using Merriwig.Lab;

namespace Euralios.Labs.Glue;

/// <summary>The partner's link: in both directions frames get lost, come twice, or after the next one, as the numbers of the boot's seed say.</summary>
internal sealed class LossyLink : ILink
{
    private const uint Of = 100;
    private const uint LostPercent = 3;
    private const uint DoubledPercent = 2;
    private const uint LatePercent = 3;

    // Destination, source and type of Ethernet's header; the type of IPv4.
    private const int TypeOffset = 12;
    private const byte Ipv4High = 8;

    private readonly Queue<byte[]> _coming = new();
    private readonly Queue<byte[]> _leaving = new();
    private byte[]? _lateComing;
    private byte[]? _lateLeaving;
    private byte[] _begun = [];

    /// <summary>What happens to which frame.</summary>
    internal RandomSource Random;

    /// <summary>Whether every frame arrives, once and in its order.</summary>
    internal bool IsGood { get; set; }

    internal int Lost { get; private set; }

    internal int Doubled { get; private set; }

    internal int Late { get; private set; }

    /// <inheritdoc/>
    public Span<byte> Begun => _begun;

    /// <inheritdoc/>
    public bool TryReceive(out ReadOnlySpan<byte> frame)
    {
        var hasOne = _coming.TryDequeue(out var bytes);
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
        Pass(_begun[..length], _leaving, ref _lateLeaving);
        _begun = [];
    }

    /// <summary>A frame of the machine's came.</summary>
    internal void Deliver(byte[] frame) => Pass(frame, _coming, ref _lateComing);

    /// <summary>The next frame for the machine.</summary>
    internal bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out byte[]? frame) => _leaving.TryDequeue(out frame);

    private void Pass(byte[] frame, Queue<byte[]> queue, ref byte[]? late)
    {
        // What asks for addresses always arrives: it is repeated too seldom for a short boot.
        var fate = IsGood || frame.Length <= TypeOffset + 1 || frame[TypeOffset] != Ipv4High || frame[TypeOffset + 1] != 0 ? Of : Random.Below(Of);
        if (fate < LostPercent)
        {
            Lost++;
        }
        else if (fate < LostPercent + LatePercent && late is null)
        {
            Late++;
            late = frame;
            return;
        }
        else
        {
            queue.Enqueue(frame);
            if (fate < LostPercent + LatePercent + DoubledPercent)
            {
                Doubled++;
                queue.Enqueue(frame);
            }
        }

        if (late is null)
            return;
        queue.Enqueue(late);
        late = null;
    }
}
