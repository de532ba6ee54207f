using System;
using Euralios.Std;

namespace Euralios.RamDisk;

/// <summary>
/// A file in blocks. Where nothing was ever written there is no block, and zeros are read. Behind the file's end every block is zero, so that a file
/// that grows has zeros there.
/// </summary>
internal sealed class RamFile(Disk disk) : FileNode
{
    private const ulong EntrySize = 8;

    private byte[]?[] blocks = [];
    private ulong size;
    private int handles;
    private bool isRemoved;

    public override ulong Size => size;

    public override bool TryRead(ulong offset, Span<byte> destination, out Error error)
    {
        error = Error.None;
        while (!destination.IsEmpty)
        {
            int start = (int)(offset % Disk.BlockSize);
            int count = Math.Min(destination.Length, Disk.BlockSize - start);
            if (blocks[(int)(offset / Disk.BlockSize)] is { } block)
                new ReadOnlySpan<byte>(block, start, count).CopyTo(destination);
            else
                destination.Slice(0, count).Clear();
            destination = destination.Slice(count);
            offset += (ulong)count;
        }

        return true;
    }

    public override bool TryWrite(ulong offset, ReadOnlySpan<byte> bytes, out Error error)
    {
        ulong end = offset + (ulong)bytes.Length;
        error = Error.None;
        if (bytes.IsEmpty)
            return true;
        if (!TryReach(end, out error) || !TryMakeBlocks((int)(offset / Disk.BlockSize), (int)((end - 1) / Disk.BlockSize), out error))
            return false;
        while (!bytes.IsEmpty)
        {
            int start = (int)(offset % Disk.BlockSize);
            int count = Math.Min(bytes.Length, Disk.BlockSize - start);
            bytes.Slice(0, count).CopyTo(blocks[(int)(offset / Disk.BlockSize)].AsSpan(start, count));
            bytes = bytes.Slice(count);
            offset += (ulong)count;
        }

        size = Math.Max(size, end);
        return true;
    }

    public override bool TrySetSize(ulong newSize, out Error error)
    {
        if (newSize > size)
        {
            if (!TryReach(newSize, out error))
                return false;
        }
        else
        {
            CutOff(newSize);
        }

        error = Error.None;
        size = newSize;
        return true;
    }

    public override void Opened() => handles++;

    public override void Closed()
    {
        handles--;
        FreeIfGone();
    }

    /// <summary>No directory leads to it any more.</summary>
    internal void Remove()
    {
        isRemoved = true;
        FreeIfGone();
    }

    private void FreeIfGone()
    {
        if (isRemoved && handles == 0)
            TrySetSize(0, out _);
    }

    /// <summary>Makes the table long enough for a file of some bytes. It doubles, so that growing costs no more than writing.</summary>
    private bool TryReach(ulong bytes, out Error error)
    {
        error = Error.Memory;
        if (bytes > disk.Capacity)
            return false;
        ulong needed = (bytes + Disk.BlockSize - 1) / Disk.BlockSize;
        error = Error.None;
        if (needed <= (ulong)blocks.Length)
            return true;
        ulong length = Math.Max(needed, (ulong)blocks.Length * 2);
        if (!disk.TryTake((length - (ulong)blocks.Length) * EntrySize, out error))
            return false;
        var larger = new byte[]?[(int)length];
        Array.Copy(blocks, larger, blocks.Length);
        blocks = larger;
        return true;
    }

    /// <summary>Makes the blocks that are missing from one to another; all of them or none.</summary>
    private bool TryMakeBlocks(int first, int last, out Error error)
    {
        ulong missing = 0;
        for (int i = first; i <= last; i++)
            missing += blocks[i] is null ? 1u : 0;
        if (!disk.TryTake(missing * Disk.BlockSize, out error))
            return false;
        for (int i = first; i <= last; i++)
            blocks[i] ??= new byte[Disk.BlockSize];
        return true;
    }

    private void CutOff(ulong newSize)
    {
        int kept = (int)((newSize + Disk.BlockSize - 1) / Disk.BlockSize);
        for (int i = kept; i < blocks.Length; i++)
        {
            if (blocks[i] is not null)
                disk.Give(Disk.BlockSize);
            blocks[i] = null;
        }

        int end = (int)(newSize % Disk.BlockSize);
        if (end > 0 && kept <= blocks.Length && blocks[kept - 1] is { } last)
            last.AsSpan(end, Disk.BlockSize - end).Clear();
        if (newSize == 0)
        {
            disk.Give((ulong)blocks.Length * EntrySize);
            blocks = [];
        }
    }
}
