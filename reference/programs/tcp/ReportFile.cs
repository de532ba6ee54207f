using System;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>A text as it was when it was opened.</summary>
internal sealed class ReportFile(byte[] text) : FileNode
{
    public override ulong Size => (ulong)text.Length;

    public override bool IsReadOnly => true;

    public override bool TryRead(ulong offset, Span<byte> destination, out Error error)
    {
        text.AsSpan((int)offset, destination.Length).CopyTo(destination);
        error = Error.None;
        return true;
    }
}
