using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Euralios.Net.Wire;

namespace Euralios.Net.Tests.Tcp;

/// <summary>
/// A segment as traces write it: <c>PSH+ACK seq=1 ack=1 len=10 win=8000 mss=1460 ws=7 sack ts=5/6 echo=6 block=11-21</c>. Sequence numbers count from the sender's
/// SYN, acknowledgments and blocks from the receiver's. What is not named is not compared, but for flags (PSH aside) and length.
/// </summary>
internal sealed record TraceSegment
{
    public TcpSegmentFlags Flags { get; init; }
    public uint? Sequence { get; init; }
    public uint? Acknowledgment { get; init; }
    public int Length { get; init; }
    public int? Window { get; init; }
    public int? MaximumSegmentSize { get; init; }
    public int? WindowScale { get; init; }
    public bool? IsSackPermitted { get; init; }
    public (uint Value, uint Echo)? Timestamp { get; init; }
    public uint? Echo { get; init; }
    public (uint Start, uint End)[]? Blocks { get; init; }

    public static TraceSegment Parse(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var segment = new TraceSegment { Flags = words[0].Split('+').Aggregate(TcpSegmentFlags.None, (flags, word) => flags | Flag(word)) };
        var blocks = new List<(uint, uint)>();
        foreach (string word in words[1..])
        {
            string[] pair = word.Split('=');
            string value = pair.Length > 1 ? pair[1] : "";
            switch (pair[0])
            {
                case "seq": segment = segment with { Sequence = Number(value) }; break;
                case "ack": segment = segment with { Acknowledgment = Number(value) }; break;
                case "len": segment = segment with { Length = (int)Number(value) }; break;
                case "win": segment = segment with { Window = (int)Number(value) }; break;
                case "mss": segment = segment with { MaximumSegmentSize = (int)Number(value) }; break;
                case "ws": segment = segment with { WindowScale = value == "none" ? -1 : (int)Number(value) }; break;
                case "sack": segment = segment with { IsSackPermitted = value != "none" }; break;
                case "ts": segment = segment with { Timestamp = (Number(value.Split('/')[0]), Number(value.Split('/')[1])) }; break;
                case "echo": segment = segment with { Echo = Number(value) }; break;
                case "block":
                    if (value != "none")
                        blocks.Add((Number(value.Split('-')[0]), Number(value.Split('-')[1])));
                    segment = segment with { Blocks = blocks.ToArray() };
                    break;
                default: throw new FormatException(text);
            }
        }

        return segment;
    }

    /// <summary>What a segment on the wire is in a trace.</summary>
    public static TraceSegment From(scoped in TcpSegment segment, SequenceNumber sender, SequenceNumber receiver)
    {
        var blocks = new (uint, uint)[segment.Options.BlockCount];
        for (int index = 0; index < blocks.Length; index++)
        {
            TcpSegmentRange block = segment.Options.Block(index);
            blocks[index] = (block.Start.Value - receiver.Value, block.End.Value - receiver.Value);
        }

        bool hasAcknowledgment = segment.Has(TcpSegmentFlags.Acknowledgment);
        return new TraceSegment
        {
            Flags = segment.Flags,
            Sequence = segment.Sequence.Value - sender.Value,
            Acknowledgment = hasAcknowledgment ? segment.Acknowledgment.Value - receiver.Value : null,
            Length = segment.Data.Length,
            Window = segment.Window,
            MaximumSegmentSize = segment.Options.MaximumSegmentSize,
            WindowScale = segment.Options.WindowScale ?? -1,
            IsSackPermitted = segment.Options.IsSackPermitted,
            Timestamp = segment.Options.HasTimestamp ? (segment.Options.TimestampValue, segment.Options.TimestampEcho) : null,
            Blocks = blocks,
        };
    }

    /// <summary>Whether a segment is what this one says.</summary>
    public bool Matches(TraceSegment actual) =>
        (Flags & ~TcpSegmentFlags.Push) == (actual.Flags & ~TcpSegmentFlags.Push)
        && (!Flags.HasFlag(TcpSegmentFlags.Push) || actual.Flags.HasFlag(TcpSegmentFlags.Push))
        && (Sequence == null || Sequence == actual.Sequence)
        && (Acknowledgment == null || Acknowledgment == actual.Acknowledgment)
        && Length == actual.Length
        && (Window == null || Window == actual.Window)
        && (MaximumSegmentSize == null || MaximumSegmentSize == actual.MaximumSegmentSize)
        && (WindowScale == null || WindowScale == actual.WindowScale)
        && (IsSackPermitted == null || IsSackPermitted == actual.IsSackPermitted)
        && (Timestamp == null || Timestamp == actual.Timestamp)
        && (Echo == null || Echo == actual.Timestamp?.Echo)
        && (Blocks == null || Blocks.SequenceEqual(actual.Blocks!));

    public override string ToString() =>
        $"{Names()} seq={Sequence} ack={Acknowledgment} len={Length} win={Window} mss={MaximumSegmentSize} ws={WindowScale} sack={IsSackPermitted} ts={Timestamp}"
        + string.Concat((Blocks ?? []).Select(block => $" block={block.Start}-{block.End}"));

    private string Names() => string.Join('+', All.Where(pair => (Flags & pair.Flag) != 0).Select(pair => pair.Name));

    private static readonly (string Name, TcpSegmentFlags Flag)[] All =
    [
        ("SYN", TcpSegmentFlags.Syn), ("FIN", TcpSegmentFlags.Fin), ("RST", TcpSegmentFlags.Reset), ("PSH", TcpSegmentFlags.Push),
        ("ACK", TcpSegmentFlags.Acknowledgment), ("URG", TcpSegmentFlags.Urgent), ("NONE", TcpSegmentFlags.None),
    ];

    private static TcpSegmentFlags Flag(string name) => All.First(pair => pair.Name == name).Flag;

    private static uint Number(string text) => (uint)long.Parse(text, CultureInfo.InvariantCulture);
}
