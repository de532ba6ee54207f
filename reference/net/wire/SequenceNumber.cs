namespace Euralios.Net.Wire;

/// <summary>
/// A sequence number of TCP (RFC 9293, section 3.4). The numbers go round: one is before another if it takes fewer than 2^31 steps to reach it going
/// up. So comparisons mean something only between numbers that lie within one another's windows.
/// </summary>
/// <param name="Value">The number on the wire.</param>
public readonly record struct SequenceNumber(uint Value)
{
    public static SequenceNumber operator +(SequenceNumber number, int count) => new(number.Value + (uint)count);
    public static SequenceNumber operator -(SequenceNumber number, int count) => new(number.Value - (uint)count);

    /// <summary>How many steps up it takes from the right number to the left one; negative if it lies before.</summary>
    public static int operator -(SequenceNumber left, SequenceNumber right) => (int)(left.Value - right.Value);

    public static bool operator <(SequenceNumber left, SequenceNumber right) => left - right < 0;
    public static bool operator >(SequenceNumber left, SequenceNumber right) => left - right > 0;
    public static bool operator <=(SequenceNumber left, SequenceNumber right) => left - right <= 0;
    public static bool operator >=(SequenceNumber left, SequenceNumber right) => left - right >= 0;

    /// <summary>The one that comes first.</summary>
    public static SequenceNumber Earlier(SequenceNumber first, SequenceNumber second) => first <= second ? first : second;

    /// <summary>The one that comes last.</summary>
    public static SequenceNumber Later(SequenceNumber first, SequenceNumber second) => first >= second ? first : second;

    /// <summary>The number in decimal.</summary>
    public override string ToString() => $"{Value}";
}
