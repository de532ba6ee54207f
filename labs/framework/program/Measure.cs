using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>Counts guest instructions: at <c>-icount shift=0</c> the time stamp counter advances by one for each.</summary>
internal static class Measure
{
    /// <summary>Writes a measurement: instructions since <paramref name="start"/>, less what reading the counter itself takes, for some repetitions.</summary>
    internal static void Report(string name, ulong start, ulong end, ulong count)
    {
        ulong first = Clock.TimeStamp;
        ulong overhead = Clock.TimeStamp - first;
        ulong elapsed = end - start;
        Trace.Event("budget.measure").Word("name", name)
            .Number("instructions", elapsed > overhead ? elapsed - overhead : 0).Number("count", count).End();
    }
}
