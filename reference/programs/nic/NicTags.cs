namespace Euralios.Programs.Nic;

/// <summary>What is said to a network card's driver beside READ, WRITE and QUERY (handouts/protocols.md, "Network devices").</summary>
internal static class NicTags
{
    /// <summary>Answered with <see cref="MacAddress"/>.</summary>
    internal const ulong GetMacAddress = 260;

    /// <summary>A handle: frames go there from now on.</summary>
    internal const ulong Attach = 261;

    /// <summary>Bytes used, memory: a <see cref="FrameList"/>. Both question and answer, in both directions.</summary>
    internal const ulong Frames = 262;

    /// <summary>The six octets, the first in bits 0 to 7.</summary>
    internal const ulong MacAddress = 300;
}
