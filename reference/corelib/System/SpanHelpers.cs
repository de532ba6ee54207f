using System.Runtime.CompilerServices;

namespace System;

/// <summary>Moving and filling memory. Generated code calls these by name for large structs.</summary>
internal static unsafe class SpanHelpers
{
    internal static void Memmove(ref byte destination, ref byte source, nuint length) =>
        RuntimeImports.MoveMemory(ref destination, ref source, length);

    internal static void Fill(ref byte destination, byte value, nuint length) =>
        RuntimeImports.FillMemory(ref destination, value, length);

    internal static void ClearWithoutReferences(ref byte destination, nuint length) =>
        RuntimeImports.FillMemory(ref destination, 0, length);
}
