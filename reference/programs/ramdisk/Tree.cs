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
            AddFiles(root, programs, archive);
        foreach (string name in (ReadOnlySpan<string>)["etc", "root", "tmp", "user"])
            root.TryMakeDirectory(name, out _);
        return root;
    }

    /// <summary>What is in no directory of the archive is a program; what is in <c>files</c> belongs to the root; other directories are not the disk's.</summary>
    private static void AddFiles(RamDirectory root, RamDirectory programs, ReadOnlySpan<byte> archive)
    {
        foreach (ArchiveEntry entry in new Archive(archive))
        {
            string name = Text.FromUtf8(entry.Name);
            RamDirectory directory = programs;
            if (name.StartsWith("files/"))
            {
                name = name.Substring("files/".Length);
                directory = root;
            }

            if (!FileName.IsValid(name) || directory.FindFile(name) is not null)
                continue;
            fixed (byte* start = entry.Contents)
                directory.TryAdd(name, new ArchiveFile(start, entry.Contents.Length), out _);
        }
    }
}
