using System.Runtime.CompilerServices;

namespace System;

public static class Buffer
{
    /// <summary>Copies memory that may hold references. The collector does not move objects, so this is a plain move. Called by generated code.</summary>
    internal static void BulkMoveWithWriteBarrier(ref byte destination, ref byte source, nuint byteCount) =>
        SpanHelpers.Memmove(ref destination, ref source, byteCount);
}
