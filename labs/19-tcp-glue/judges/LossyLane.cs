using System.Diagnostics.CodeAnalysis;
using Euralios.Net.Wire;
using Merriwig.Lab;

namespace Euralios.Labs.Glue;

/// <summary>
/// One direction of a wire on which segments of TCP get lost, come twice, or after the next one. What did not come in its time arrives when it is sent again:
/// the time-outs of a sender double, and who loses the same thing again and again would wait longer than a boot does. Which segments meet depends on the
/// host's clock, so that must hold for any numbers. Other frames always arrive: an address is asked for too seldom for a short boot.
/// </summary>
/// <param name="random">What happens to which segment.</param>
internal sealed class LossyLane(RandomSource random)
{
    private const uint Of = 100;
    private const uint LostPercent = 3;
    private const uint DoubledPercent = 2;
    private const uint LatePercent = 3;

    private readonly Queue<byte[]> _frames = new();
    private readonly HashSet<(ushort Source, ushort Destination, uint Sequence, uint Acknowledgment)> _missed = [];
    private RandomSource _random = random;
    private byte[]? _late;

    /// <summary>Whether every frame arrives, once and in its order.</summary>
    internal bool IsGood { get; set; }

    internal int Lost { get; private set; }

    internal int Doubled { get; private set; }

    internal int Late { get; private set; }

    internal bool TryTake([NotNullWhen(true)] out byte[]? frame) => _frames.TryDequeue(out frame);

    internal void Pass(byte[] frame)
    {
        var fate = !IsSegment(frame, out var segment) || IsGood || _missed.Contains(segment) ? Of : _random.Below(Of);
        if (fate < LostPercent)
        {
            Lost++;
            _missed.Add(segment);
        }
        else if (fate < LostPercent + LatePercent && _late is null)
        {
            Late++;
            _missed.Add(segment);
            _late = frame;
            return;
        }
        else
        {
            _frames.Enqueue(frame);
            if (fate < LostPercent + LatePercent + DoubledPercent)
            {
                Doubled++;
                _frames.Enqueue(frame);
            }
        }

        if (_late is null)
            return;
        _frames.Enqueue(_late);
        _late = null;
    }

    /// <summary>Whether a frame is a segment, and which: its connection and number, and what it acknowledges where it has nothing else to say.</summary>
    private static bool IsSegment(byte[] bytes, out (ushort Source, ushort Destination, uint Sequence, uint Acknowledgment) which)
    {
        which = default;
        if (!EthernetFrame.TryParse(bytes, out var frame) || frame.Type != EtherType.Ipv4 || !Ipv4Packet.TryParse(frame.Payload, out var packet)
            || packet.Protocol != InternetProtocol.Tcp || !TcpSegment.TryParse(packet.Payload, out var segment))
            return false;
        which = (segment.SourcePort, segment.DestinationPort, segment.Sequence.Value, segment.Length == 0 ? segment.Acknowledgment.Value : 0);
        return true;
    }
}
