namespace Euralios.Std;

/// <summary>What is said to <c>init</c> (handouts/protocols.md, "The system").</summary>
public static class SystemTags
{
    /// <summary>To <c>/dev/power</c>: ends the system. Answered with OK.</summary>
    public const ulong PowerOff = 520;
}
