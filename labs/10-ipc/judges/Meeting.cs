using System.Globalization;
using Euralios.Grader.Boot;
using Euralios.Grader.Tracing;

namespace Euralios.Labs.Ipc;

/// <summary>What one thread got of an operation.</summary>
/// <param name="Thread">The thread; 0 for the kernel.</param>
/// <param name="Word"><c>waits</c>, <c>done</c>, <c>receives</c>, <c>fails</c>, <c>returned</c>, <c>refused</c>, or empty.</param>
/// <param name="Error">The error's number, 0 for none.</param>
/// <param name="Gets">The tag of the message it gets, <c>damaged</c>, or null.</param>
internal sealed record Reply(int Thread, string Word, int Error, string? Gets)
{
    /// <summary>In the words of the trace.</summary>
    public override string ToString() =>
        $"answer={Word}" + (Error == 0 ? "" : $" error={Error}") + (Gets is null ? "" : $" gets={Gets}");
}

/// <summary>One operation, as the lines of the trace tell it.</summary>
/// <param name="Event">Its first line.</param>
/// <param name="Kind">The event without <c>meet.</c>.</param>
/// <param name="At">The rendezvous.</param>
/// <param name="Message">The tag of the message that is sent, or empty.</param>
/// <param name="Caller">What the caller got.</param>
/// <param name="Peer">What the other thread got, whose wait it ended, or null.</param>
/// <param name="Order">Who runs afterwards and who then, one after the other; null if that was not reported.</param>
internal sealed record Operation(TraceEvent Event, string Kind, int At, string Message, Reply Caller, Reply? Peer, IReadOnlyList<int>? Order)
{
    /// <summary>Handles and mounts afterwards, of <c>close</c> and <c>copy</c>.</summary>
    public int Handles => Meeting.Number(Event, "handles");

    /// <inheritdoc cref="Handles"/>
    public int Mounts => Meeting.Number(Event, "mounts");
}

/// <summary>The events of a scenario in which threads meet at rendezvous, put together to operations.</summary>
internal static class Meeting
{
    private const string Prefix = "meet.";

    /// <summary>The operations in order; <c>inspect</c> and <c>begin</c> count as such. Damaged lines are left out.</summary>
    public static IEnumerable<Operation> Of(BootRecord record)
    {
        Operation? open = null;
        foreach (var traced in Trace.Parse(record.Trace).Events.Where(traced => traced.Name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            switch (traced.Name[Prefix.Length..])
            {
                case "peer":
                    open = open is null ? null : open with { Peer = ReplyOf(traced) };
                    break;
                case "next":
                    open = open is null ? null : open with { Order = OrderOf(traced) };
                    break;
                case var kind:
                    if (open is not null)
                        yield return open;
                    open = new Operation(traced, kind, Number(traced, "at"), traced["message"] ?? "", ReplyOf(traced), null, null);
                    break;
            }
        }

        if (open is not null)
            yield return open;
    }

    /// <summary>A small number of an event; -1 where there is none.</summary>
    public static int Number(TraceEvent traced, string key) => traced.Number(key) is { } number and <= int.MaxValue ? (int)number : -1;

    private static Reply ReplyOf(TraceEvent traced) =>
        new(Math.Max(0, Number(traced, "thread")), traced["answer"] ?? "", Math.Max(0, Number(traced, "error")), traced["gets"]);

    private static List<int> OrderOf(TraceEvent traced)
    {
        var then = traced["then"] is { } text and not "none" ? text.Split('.') : [];
        return [Number(traced, "runs"), .. then.Select(part => int.TryParse(part, CultureInfo.InvariantCulture, out var thread) ? thread : -1)];
    }
}
