using System;
using Euralios.Std;

namespace Euralios.RamDisk;

/// <summary>The tree as it is at first: <c>bin</c> with the boot archive's programs, and empty directories.</summary>
internal static unsafe class Tree
{
    /// <summary>Makes the tree.</summary>
    /// <param name="disk">Where its memory is counted.</param>
    /// <param name="archive">The boot archive, whose memory stays in use; nothing for none.</param>
    internal static RamDirectory Make(Disk disk, ReadOnlySpan<byte> archive)
    {
        var root = new RamDirectory(disk, null);
        if (root.TryMakeDirectory("bin", out RamDirectory programs, out _))
            AddPrograms(programs, archive);
        foreach (string name in (ReadOnlySpan<string>)["etc", "root", "tmp", "user"])
            root.TryMakeDirectory(name, out _);
        return root;
    }

    private static void AddPrograms(RamDirectory programs, ReadOnlySpan<byte> archive)
    {
        foreach (ArchiveEntry entry in new Archive(archive))
        {
            ReadOnlySpan<byte> path = entry.Name;
            for (int slash = path.IndexOf((byte)'/'); slash >= 0; slash = path.IndexOf((byte)'/'))
                path = path.Slice(slash + 1);
            string name = Text.FromUtf8(path);
            if (!FileName.IsValid(name) || programs.FindFile(name) is not null)
                continue;
            fixed (byte* start = entry.Contents)
                programs.TryAdd(name, new ArchiveFile(start, entry.Contents.Length), out _);
        }
    }
}
