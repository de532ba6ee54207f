using System.Text;
using System.Text.Json;
using Euralios.RamDisk;
using Euralios.Sdk.Archive;
using Euralios.Std;

namespace Euralios.Programs.Tests;

internal sealed class RamDirectoryTests
{
    private Disk disk = null!;
    private RamDirectory root = null!;

    [SetUp]
    public void Make()
    {
        disk = new Disk(1 << 20);
        root = new RamDirectory(disk, null);
    }

    [Test]
    public void Entries_are_found_and_listed_in_order()
    {
        var random = new Random(1);
        var names = Enumerable.Range(0, 200).Select(i => $"n{i}").OrderBy(_ => random.Next()).ToArray();
        foreach (string name in names)
        {
            if (name.EndsWith('7'))
                Assert.That(root.TryMakeDirectory(name, out Error _), Is.True);
            else
                Assert.That(root.TryMakeFile(name, out FileNode _, out _), Is.True);
        }

        foreach (string name in names)
        {
            Assert.That(root.FindDirectory(name) is not null, Is.EqualTo(name.EndsWith('7')));
            Assert.That(root.FindFile(name) is not null, Is.Not.EqualTo(name.EndsWith('7')));
        }

        Assert.That(root.FindFile("n"), Is.Null);
        Assert.That(root.FindFile("n1000"), Is.Null);
        Assert.That(Listed(root), Is.EqualTo(names.OrderBy(name => name, StringComparer.Ordinal)));
        foreach (string name in names)
            Assert.That(name.EndsWith('7') ? root.TryRemoveDirectory(name, out _) : root.TryRemoveFile(name, out _), Is.True);
        Assert.That(Listed(root), Is.Empty);
        Assert.That(disk.Used, Is.Zero);
    }

    [Test]
    public void A_directory_that_is_not_empty_stays()
    {
        root.TryMakeDirectory("d", out RamDirectory d, out _);
        d.TryMakeFile("f", out _, out _);
        Assert.That(root.TryRemoveDirectory("d", out Error error), Is.False);
        Assert.That(error, Is.EqualTo(Error.Exists));
        Assert.That(d.FindFile("f"), Is.Not.Null);
    }

    [Test]
    public void In_a_removed_directory_nothing_is_made()
    {
        root.TryMakeDirectory("d", out RamDirectory d, out _);
        root.TryMakeFile("f", out _, out _);
        root.TryRemoveDirectory("d", out _);
        Assert.That(d.TryMakeFile("g", out _, out Error error), Is.False);
        Assert.That(error, Is.EqualTo(Error.NotFound));
        Assert.That(root.TryRename("f", d, "g", out error), Is.False);
        Assert.That(root.FindFile("f"), Is.Not.Null);
    }

    [Test]
    public void A_file_takes_another_ones_place()
    {
        root.TryMakeDirectory("d", out RamDirectory d, out _);
        root.TryMakeFile("a", out FileNode a, out _);
        d.TryMakeFile("b", out FileNode b, out _);
        b.TryWrite(0, new byte[10_000], out _);
        ulong used = disk.Used;
        Assert.That(root.TryRename("a", d, "b", out _), Is.True);
        Assert.That(d.FindFile("b"), Is.SameAs(a));
        Assert.That(root.FindFile("a"), Is.Null);
        Assert.That(disk.Used, Is.LessThan(used - 10_000));
        Assert.That(d.TryRename("b", d, "b", out _), Is.True);
        Assert.That(d.FindFile("b"), Is.SameAs(a));
    }

    // From, to; the error.
    [TestCase("d", "d/e/x", Error.Parameter)]
    [TestCase("d", "d/x", Error.Parameter)]
    [TestCase("d/e", "d", Error.Exists)]
    [TestCase("d", "f", Error.Exists)]
    [TestCase("f", "d", Error.Exists)]
    [TestCase("d/e", "x", Error.None)]
    [TestCase("f", "d/e/f", Error.None)]
    public void A_name_is_changed_or_not(string from, string to, Error expected)
    {
        root.TryMakeDirectory("d", out RamDirectory d, out _);
        d.TryMakeDirectory("e", out RamDirectory e, out _);
        root.TryMakeFile("f", out _, out _);
        ulong used = disk.Used;
        RamDirectory Parent(string path) => path.StartsWith("d/e/", StringComparison.Ordinal) ? e : path.StartsWith("d/", StringComparison.Ordinal) ? d : root;
        string newName = to.Split('/').Last();
        bool isDone = Parent(from).TryRename(from.Split('/').Last(), Parent(to), newName, out Error error);
        Assert.That((isDone, error), Is.EqualTo((expected == Error.None, expected)));
        if (isDone)
            Assert.That(Parent(to).FindFile(newName) is not null || Parent(to).FindDirectory(newName) is not null, Is.True);
        else
            Assert.That(disk.Used, Is.EqualTo(used));
    }

    /// <summary>The loop is looked for by where a directory is now, not by where it was made.</summary>
    [Test]
    public void A_moved_directory_is_in_its_new_place()
    {
        root.TryMakeDirectory("a", out RamDirectory a, out _);
        root.TryMakeDirectory("b", out RamDirectory b, out _);
        Assert.That(root.TryRename("a", b, "a", out _), Is.True);
        Assert.That(root.TryRename("b", a, "b", out Error error), Is.False);
        Assert.That(error, Is.EqualTo(Error.Parameter));
    }

    [Test]
    public void Names_fill_the_disk_too()
    {
        int count = 0;
        while (root.TryMakeFile($"file{count}", out _, out _))
            count++;
        Assert.That(count, Is.InRange(3000, 4096));
        Assert.That(root.FindFile($"file{count}"), Is.Null);
        Assert.That(root.TryRemoveFile("file0", out _), Is.True);
        Assert.That(root.TryMakeFile("again", out _, out _), Is.True);
    }

    [Test]
    public unsafe void The_archives_programs_are_read_only_files_in_bin()
    {
        var stream = new MemoryStream();
        byte[] program = Encoding.ASCII.GetBytes("a program");
        BootArchive.Write(stream, [("init", program), ("empty", []), ("shell", new byte[5000])]);
        byte[] archive = GC.AllocateArray<byte>((int)stream.Length, pinned: true);
        stream.ToArray().CopyTo(archive, 0);
        root = Tree.Make(disk, archive);
        Assert.That(Listed(root), Is.EqualTo(new[] { "bin", "etc", "root", "tmp", "user" }));
        var bin = (RamDirectory)root.FindDirectory("bin")!;
        Assert.That(Listed(bin), Is.EqualTo(new[] { "empty", "init", "shell" }));
        FileNode init = bin.FindFile("init")!;
        byte[] read = new byte[init.Size - 2];
        Assert.That(init.TryRead(2, read, out _), Is.True);
        Assert.That(Encoding.ASCII.GetString(read), Is.EqualTo("program"));
        Assert.That(init.IsReadOnly, Is.True);
        Assert.That(init.TryWrite(0, [1], out Error error), Is.False);
        Assert.That(error, Is.EqualTo(Error.NotImplemented));
        root.TryMakeFile("init", out _, out _);
        Assert.That(root.TryRename("init", bin, "init", out error), Is.False);
        Assert.That(error, Is.EqualTo(Error.Denied));
        Assert.That(disk.Used, Is.LessThan(5000));
    }

    private static string[] Listed(RamDirectory directory)
    {
        var writer = new DirectoryWriter();
        directory.List(writer);
        using JsonDocument document = JsonDocument.Parse(writer.Write(directory.Description).ToArray());
        string[] Names(string kind) =>
            [.. document.RootElement.GetProperty(kind).EnumerateArray().Select(entry => entry.GetProperty("name").GetString()!)];
        string[] directories = Names("subdirs");
        string[] files = Names("files");
        Assert.That(directories, Is.Ordered.Using((System.Collections.IComparer)StringComparer.Ordinal));
        Assert.That(files, Is.Ordered.Using((System.Collections.IComparer)StringComparer.Ordinal));
        return [.. directories.Concat(files).Order(StringComparer.Ordinal)];
    }
}
