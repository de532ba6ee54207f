using System;
using System.Collections.Generic;
using System.Formats.Tar;
using System.IO;
using System.Text;
using NUnit.Framework;

namespace Euralios.Std.Tests;

/// <summary>The archive's reader against .NET's writer, and against archives that are broken.</summary>
internal sealed class ArchiveTests
{
    [Test]
    public void Files_are_found_by_name_and_in_their_order()
    {
        byte[] archive = Write(("init", "first"), ("empty", ""), ("block", new string('x', 512)), ("last", new string('y', 513)));
        Assert.That(Names(archive), Is.EqualTo(new[] { "init", "empty", "block", "last" }));
        Assert.That(Find(archive, "init"), Is.EqualTo("first"));
        Assert.That(Find(archive, "empty"), Is.Empty);
        Assert.That(Find(archive, "last"), Is.EqualTo(new string('y', 513)));
        Assert.That(Find(archive, "ini"), Is.Null);
        Assert.That(Find(archive, "initial"), Is.Null);
    }

    [Test]
    public void A_name_may_fill_its_field()
    {
        string name = new('n', 100);
        Assert.That(Find(Write((name, "a")), name), Is.EqualTo("a"));
    }

    [Test]
    public void What_is_no_file_is_passed_over()
    {
        var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, TarEntryFormat.Ustar, leaveOpen: true))
        {
            writer.WriteEntry(new UstarTarEntry(TarEntryType.Directory, "folder/"));
            writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, "file") { DataStream = new MemoryStream([65]) });
        }

        Assert.That(Names(stream.ToArray()), Is.EqualTo(new[] { "file" }));
    }

    [Test]
    public void A_cut_archive_ends_before_the_file_that_is_not_whole()
    {
        byte[] archive = Write(("a", new string('x', 600)), ("b", new string('y', 600)));
        for (int length = 0; length < archive.Length; length++)
        {
            int whole = length >= 512 + 1024 + 512 + 600 ? 2 : length >= 512 + 600 ? 1 : 0;
            Assert.That(Names(archive[..length]), Has.Count.EqualTo(whole), $"{length} bytes");
        }
    }

    [Test]
    public void A_header_with_a_wrong_byte_ends_the_archive()
    {
        byte[] archive = Write(("a", "x"), ("b", "y"));
        for (int at = 1024; at < 1024 + 512; at++)
        {
            if (at == 1024 + 155)
                continue; // what follows the end of the checksum's digits
            byte[] broken = [.. archive];
            broken[at] ^= 0x01;
            Assert.That(Names(broken), Has.Count.EqualTo(1), $"byte {at}");
        }
    }

    [Test]
    public void Random_bytes_are_no_archive()
    {
        var random = new Random(1);
        byte[] bytes = new byte[4096];
        for (int i = 0; i < 1000; i++)
        {
            random.NextBytes(bytes);
            Assert.That(Names(bytes), Is.Empty);
        }
    }

    private static List<string> Names(byte[] archive)
    {
        var names = new List<string>();
        foreach (ArchiveEntry entry in new Archive(archive))
            names.Add(Encoding.UTF8.GetString(entry.Name));
        return names;
    }

    private static string? Find(byte[] archive, string name) =>
        new Archive(archive).TryFind(Encoding.UTF8.GetBytes(name), out ReadOnlySpan<byte> contents) ? Encoding.UTF8.GetString(contents) : null;

    private static byte[] Write(params (string Name, string Contents)[] files)
    {
        var stream = new MemoryStream();
        using (var writer = new TarWriter(stream, TarEntryFormat.Ustar, leaveOpen: true))
        {
            foreach ((string name, string contents) in files)
                writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(contents)) });
        }

        return stream.ToArray();
    }
}
