using System;

namespace Merriwig.Memory;

/// <summary>A fixed run of 32-bit words somewhere in memory; every access is checked.</summary>
internal readonly unsafe struct WordSpan
{
    private readonly uint* words;
    private readonly int length;

    /// <summary>The words from <paramref name="words"/> on; whoever makes one vouches for the memory.</summary>
    internal WordSpan(uint* words, int length)
    {
        this.words = words;
        this.length = length;
    }

    /// <summary>How many words.</summary>
    internal int Length => length;

    /// <summary>Where they are, for publishing.</summary>
    internal uint* Address => words;

    internal ref uint this[int index] => ref AsSpan()[index];

    /// <summary>The same words as a span: faster in a loop.</summary>
    internal Span<uint> AsSpan() => new(words, length);
}
