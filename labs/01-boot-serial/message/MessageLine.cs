namespace Merriwig.Lab;

/// <summary>
/// What one line of the seeded message says. The guest writes it with the student's code, the judge on the host in its own way; both draw
/// the same lines from the same seed.
/// </summary>
internal readonly ref struct MessageLine
{
    /// <summary>Lines of a message.</summary>
    internal const int Count = 40;

    private MessageLine(string word, ulong amount, ulong address, int width, bool foreign)
    {
        Word = word;
        Amount = amount;
        Address = address;
        Width = width;
        Foreign = foreign;
    }

    /// <summary>The first word.</summary>
    internal string Word { get; }

    /// <summary>A number in base 10.</summary>
    internal ulong Amount { get; }

    /// <summary>A number in base 16.</summary>
    internal ulong Address { get; }

    /// <summary>Its least number of digits.</summary>
    internal int Width { get; }

    /// <summary>Whether a character that is not ASCII ends the line.</summary>
    internal bool Foreign { get; }

    /// <summary>The next line.</summary>
    internal static MessageLine Draw(ref RandomSource random)
    {
        string word = random.Below(6) switch
        {
            0 => "frame",
            1 => "port",
            2 => "stack",
            3 => "thread",
            4 => "page",
            _ => "tick",
        };
        ulong amount = random.Next() >> (int)random.Below(64);
        ulong address = random.Next() >> (int)random.Below(64);
        int width = 1 + (int)random.Below(16);
        return new MessageLine(word, amount, address, width, random.Below(4) == 0);
    }
}
