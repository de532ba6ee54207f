using System;

namespace Euralios.Std;

/// <summary>
/// A file that a <see cref="Server"/> serves. What it cannot do it leaves as it is here. The server calls it for one client at a time, and has checked
/// rights and ranges.
/// </summary>
public abstract class FileNode
{
    /// <summary>Bytes from its start to its end.</summary>
    public abstract ulong Size { get; }

    /// <summary>Whether nobody may write it, whatever the right to its directory.</summary>
    public virtual bool IsReadOnly => false;

    /// <summary>Reads bytes, all of which lie before the file's end.</summary>
    public virtual bool TryRead(ulong offset, Span<byte> destination, out Error error) => Not(out error);

    /// <summary>Writes all bytes or none. Between the file's end and the offset are zeros afterwards.</summary>
    public virtual bool TryWrite(ulong offset, ReadOnlySpan<byte> bytes, out Error error) => Not(out error);

    /// <summary>Cuts the file off, or adds zeros.</summary>
    public virtual bool TrySetSize(ulong size, out Error error) => Not(out error);

    /// <summary>There is another handle.</summary>
    public virtual void Opened()
    {
    }

    /// <summary>A handle is gone.</summary>
    public virtual void Closed()
    {
    }

    private static bool Not(out Error error)
    {
        error = Error.NotImplemented;
        return false;
    }
}
