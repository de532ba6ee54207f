namespace System.Collections.Generic;

/// <summary>The exceptions of the collections, in .NET's words.</summary>
internal static class Fail
{
    internal static InvalidOperationException Modified() => new("Collection was modified; enumeration operation may not execute.");

    internal static ArgumentOutOfRangeException Index(string name = "index") =>
        new(name, "Index was out of range. Must be non-negative and less than the size of the collection.");

    internal static ArgumentOutOfRangeException Negative(string name) => new(name, "Non-negative number required.");

    internal static ArgumentException Range() =>
        new("Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of "
            + "the source collection.");

    internal static InvalidOperationException Empty(string what) => new(what + " empty.");

    /// <summary>Ends the program where a range is not within a collection.</summary>
    internal static void UnlessWithin(int index, int count, int size)
    {
        if (index < 0)
            throw Negative(nameof(index));
        if (count < 0)
            throw Negative(nameof(count));
        if (count > size - index)
            throw Range();
    }
}
