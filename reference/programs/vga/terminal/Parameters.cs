namespace Euralios.Programs.Vga;

/// <summary>The parameters of a control sequence (ECMA-48, 5.4.2): numbers, each of which may be left out.</summary>
internal sealed class Parameters
{
    /// <summary>Further parameters are ignored.</summary>
    internal const int Capacity = 24;

    /// <summary>A larger number counts as this one.</summary>
    internal const int Greatest = 9999;

    private const int Missing = -1;

    private readonly int[] values = new int[Capacity];
    private readonly bool[] isPart = new bool[Capacity];
    private bool isFull;

    /// <summary>The character of &lt;=&gt;? that the parameters begin with; 0 for none.</summary>
    internal byte Marker { get; set; }

    /// <summary>How many there are: at least one, which may be left out.</summary>
    internal int Count { get; private set; }

    /// <summary>A parameter; where it is left out or not there, the default.</summary>
    internal int this[int index, int defaultValue] => index < Count && values[index] != Missing ? values[index] : defaultValue;

    /// <summary>A parameter as a count: at least 1.</summary>
    internal int Repetitions(int index = 0) => this[index, 1] is 0 ? 1 : this[index, 1];

    /// <summary>Whether a parameter is a part of the one before: separated by a colon (ITU-T T.416).</summary>
    internal bool IsPart(int index) => index < Count && isPart[index];

    internal void Clear()
    {
        Marker = 0;
        Count = 1;
        values[0] = Missing;
        isPart[0] = false;
        isFull = false;
    }

    internal void AddDigit(int digit)
    {
        if (isFull)
            return;
        int value = values[Count - 1] == Missing ? digit : (values[Count - 1] * 10) + digit;
        values[Count - 1] = value > Greatest ? Greatest : value;
    }

    internal void Next(bool isPartOfLast)
    {
        isFull |= Count == Capacity;
        if (isFull)
            return;
        values[Count] = Missing;
        isPart[Count] = isPartOfLast;
        Count++;
    }
}
