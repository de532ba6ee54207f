using System;
using Euralios.Std;

namespace Euralios.RamDisk;

/// <summary>A file of the boot archive, which is where the archive's memory is and cannot be written.</summary>
internal sealed unsafe class ArchiveFile(byte* start, int length) : FileNode
{
    public override ulong Size => (ulong)length;

    public override bool IsReadOnly => true;

    public override bool TryRead(ulong offset, Span<byte> destination, out Error error)
    {
        new ReadOnlySpan<byte>(start + offset, destination.Length).CopyTo(destination);
        error = Error.None;
        return true;
    }
}
