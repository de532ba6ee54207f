namespace Merriwig.Tracing;

/// <summary>
/// A number that depends on every system call with its registers, on every switch, and on their order: so two runs of millions of events can be
/// compared by a few lines. On while the kernel is audited.
/// </summary>
internal static class EventDigest
{
    private const ulong Interval = 100_000;
    private const ulong Factor = 0x9E37_79B9_7F4A_7C15;

    private static ulong value;
    private static ulong events;

    /// <summary>An event, by what there is to say of it.</summary>
    internal static void Add(ulong first, ulong second, ulong third, ulong fourth, ulong fifth)
    {
        Mix(first);
        Mix(second);
        Mix(third);
        Mix(fourth);
        Mix(fifth);
        if (++events % Interval == 0)
            Report();
    }

    /// <summary>Writes how far it is.</summary>
    internal static void Report() => Trace.Event("audit.digest").Number("events", events).Hexadecimal("value", value).End();

    private static void Mix(ulong part)
    {
        value = (value ^ part) * Factor;
        value ^= value >> 29;
    }
}
