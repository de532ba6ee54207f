using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Merriwig.Memory;

/// <summary>A fixed run of memory whose place is known: what a span is, but for a field.</summary>
/// <typeparam name="T">A type without references.</typeparam>
internal readonly unsafe struct FixedSpan<T>
    where T : unmanaged
{
    private readonly T* start;
    private readonly int length;

    /// <summary>The memory from <paramref name="start"/> on; whoever makes one vouches for it.</summary>
    internal FixedSpan(T* start, int length)
    {
        this.start = start;
        this.length = length;
    }

    /// <summary>The memory as a span: every access is checked.</summary>
    internal Span<T> Span
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MemoryMarshal.CreateSpan(ref *start, length);
    }
}
