namespace Euralios.Std;

/// <summary>Keys that were pressed and not read yet, first in, first out. Of too many the newest are dropped. Not safe for several threads.</summary>
public sealed class KeyQueue(int capacity)
{
    private readonly ulong[] codes = new ulong[capacity];
    private int first;

    /// <summary>How many keys wait.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a key; false if there is no room for it.</summary>
    public bool TryAdd(ulong code)
    {
        if (Count == codes.Length)
            return false;
        codes[(first + Count++) % codes.Length] = code;
        return true;
    }

    /// <summary>Takes the oldest key.</summary>
    public bool TryTake(out ulong code)
    {
        code = Count == 0 ? 0 : codes[first];
        if (Count == 0)
            return false;
        first = (first + 1) % codes.Length;
        Count--;
        return true;
    }

    /// <summary>Forgets all keys.</summary>
    public void Clear() => Count = 0;
}
