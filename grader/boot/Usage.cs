namespace Euralios.Grader.Boot;

/// <summary>What a guest has used so far. Read while it stands still, these are exact: functions of the request alone.</summary>
/// <param name="Instructions">Guest instructions since power-on.</param>
/// <param name="VirtualTime">Guest time since power-on.</param>
/// <param name="ConsoleBytes">Bytes on COM1.</param>
/// <param name="TraceBytes">Bytes on COM2.</param>
internal readonly record struct Usage(long Instructions, TimeSpan VirtualTime, long ConsoleBytes, long TraceBytes)
{
    /// <summary>
    /// The ending that this use amounts to, or null while it is within the limits. One limit passed is a fact that no later moment changes.
    /// Where several are passed, the one passed by the largest factor went first: so it is, at whatever moment the host looks, for a guest
    /// that goes on as it began.
    /// </summary>
    public Ending? Passed(Limits limits)
    {
        ReadOnlySpan<(Ending Ending, double Part)> parts =
        [
            (Ending.ConsoleFlood, Part(ConsoleBytes, limits.ConsoleBytes)),
            (Ending.TraceFlood, Part(TraceBytes, limits.TraceBytes)),
            (Ending.InstructionLimit, Part(Instructions, limits.Instructions)),
            (Ending.VirtualTimeLimit, Part(VirtualTime.Ticks, limits.VirtualTime.Ticks)),
        ];
        (Ending Ending, double Part) most = parts[0];
        foreach ((Ending Ending, double Part) part in parts)
        {
            if (part.Part > most.Part)
                most = part;
        }
        return most.Part > 0 ? most.Ending : null;
    }

    /// <summary>How many times the limit was used, or 0 when it was not passed.</summary>
    private static double Part(long used, long limit) => used > limit ? (double)used / limit : 0;
}
