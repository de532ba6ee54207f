using System;
using System.Collections.Generic;
using System.Runtime.InteropServices;

namespace Euralios.Std.Tests;

/// <summary>A heap in the host's memory, and types as ILC describes them: a method table with what is before it.</summary>
internal sealed unsafe class SimulatedHeap : IDisposable
{
    internal const uint ObjectOverhead = 16;

    private static readonly List<(ulong Address, ulong Size)> releases = [];

    private readonly List<nint> types = [];
    private readonly void* memory;
    private HeapSpace space;

    internal SimulatedHeap(ulong size = 64 << 20, uint markStackSize = 64 * 1024)
    {
        memory = NativeMemory.AlignedAlloc((nuint)size, Block.Size);
        NativeMemory.Clear(memory, (nuint)size);
        releases.Clear();
        space = new HeapSpace((ulong)memory, size, &Release, markStackSize);
    }

    /// <summary>The heap.</summary>
    internal ref HeapSpace Space => ref space;

    /// <summary>Memory that was given back.</summary>
    internal static IReadOnlyList<(ulong Address, ulong Size)> Releases => releases;

    /// <summary>A type without components.</summary>
    /// <param name="words">The words of its objects after the type.</param>
    /// <param name="references">Which of them are references: rows of (first, count).</param>
    internal ulong Class(int words, params (int First, int Count)[] references)
    {
        uint size = ObjectOverhead + ((uint)words * 8);
        ulong type = Table(references.Length * 2, references.Length > 0, 0, size);
        if (references.Length > 0)
            At(type, -1) = references.Length;
        for (int i = 0; i < references.Length; i++)
        {
            At(type, -2 - (i * 2)) = 8 + (references[i].First * 8);
            At(type, -3 - (i * 2)) = (references[i].Count * 8) - size;
        }

        return type;
    }

    /// <summary>An array of components without references.</summary>
    internal ulong Array(uint componentSize) => Table(0, false, componentSize, ObjectOverhead + 8);

    /// <summary>An array of references.</summary>
    internal ulong ReferenceArray()
    {
        ulong type = Table(2, true, 8, ObjectOverhead + 8);
        (At(type, -1), At(type, -2), At(type, -3)) = (1, 16, -(ObjectOverhead + 8));
        return type;
    }

    /// <summary>An array of structs.</summary>
    /// <param name="first">At which word of a struct the first row of references begins.</param>
    /// <param name="rows">Each row: so many references, then so many other words, up to the next struct's first row.</param>
    internal ulong StructArray(int first, params (uint References, uint Others)[] rows)
    {
        uint size = 0;
        foreach ((uint references, uint others) in rows)
            size += (references + others) * 8;
        ulong type = Table(2 + rows.Length, true, size, ObjectOverhead + 8);
        (At(type, -1), At(type, -2)) = (-rows.Length, 16 + (first * 8));
        for (int i = 0; i < rows.Length; i++)
            At(type, -3 - i) = rows[i].References | ((long)rows[i].Others * 8 << 32);
        return type;
    }

    /// <summary>An object, as the program's runtime makes it.</summary>
    internal ulong New(ulong type, int length = 0)
    {
        uint* table = (uint*)type;
        ulong instance = space.Allocate(table[1] + ((ulong)length * (*table & 0xFFFF)));
        if (instance == 0)
            return 0;
        *(ulong*)instance = type;
        if ((*table & 0x8000_0000) != 0)
            *(int*)(instance + 8) = length;
        return instance;
    }

    /// <summary>A word of an object, counted after the type.</summary>
    internal static ref ulong Word(ulong instance, int index) => ref ((ulong*)instance)[index + 1];

    /// <summary>Collects with these roots.</summary>
    internal void Collect(params ReadOnlySpan<ulong> roots)
    {
        fixed (ulong* first = roots)
            space.MarkFrom((ulong)first, (ulong)(first + roots.Length));
        space.MarkReferences();
        space.Sweep();
    }

    public void Dispose()
    {
        foreach (nint type in types)
            NativeMemory.Free((void*)type);
        NativeMemory.AlignedFree(memory);
    }

    private static void Release(ulong address, ulong size)
    {
        // What a kernel does: zeros come when it is used again.
        NativeMemory.Clear((void*)address, (nuint)size);
        releases.Add((address, size));
    }

    private ulong Table(int description, bool hasReferences, uint componentSize, uint baseSize)
    {
        var start = (byte*)NativeMemory.AllocZeroed((nuint)((description + 1) * 8) + 24);
        types.Add((nint)start);
        byte* table = start + ((description + 1) * 8);
        *(uint*)table = (hasReferences ? 0x0100_0000u : 0) | (componentSize > 0 ? 0x8000_0000u | componentSize : 0);
        *(uint*)(table + 4) = baseSize;
        return (ulong)table;
    }

    private static ref long At(ulong type, int index) => ref ((long*)type)[index];
}
