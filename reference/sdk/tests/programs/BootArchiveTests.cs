using System.Formats.Tar;
using System.Text;
using Euralios.Sdk.Archive;
using Euralios.Sdk.Elf;

namespace Euralios.Sdk.Tests.Programs;

/// <summary>The archive that the machine gets as its boot module.</summary>
internal sealed class BootArchiveTests
{
    [Test]
    public void Files_are_in_the_order_given_and_belong_to_nobody()
    {
        byte[] archive = Write(("second", new byte[700]), ("first", []), ("größer", [1, 2, 3]));
        var reader = new TarReader(new MemoryStream(archive));
        List<TarEntry> entries = [];
        while (reader.GetNextEntry(copyData: true) is { } entry)
            entries.Add(entry);

        Assert.That(entries.Select(entry => entry.Name), Is.EqualTo(new[] { "second", "first", "größer" }));
        Assert.That(entries.Select(entry => entry.Length), Is.EqualTo(new long[] { 700, 0, 3 }));
        Assert.That(entries, Is.All.Matches<TarEntry>(entry =>
            entry!.Format == TarEntryFormat.Ustar && entry.EntryType == TarEntryType.RegularFile && entry.Uid == 0 && entry.Gid == 0
            && entry.ModificationTime == DateTimeOffset.UnixEpoch));
    }

    [Test]
    public void The_same_files_give_the_same_bytes()
    {
        byte[] first = Write(("a", "text"u8.ToArray()), ("b", new byte[513]));
        Assert.That(Write(("a", "text"u8.ToArray()), ("b", new byte[513])), Is.EqualTo(first));
        Assert.That(first, Has.Length.EqualTo(7 * 512), "a header and a block, a header and two blocks, two empty headers");
        Assert.That(Encoding.ASCII.GetString(first, 512, 4), Is.EqualTo("text"));
    }

    [Test]
    public void The_references_archive_begins_with_init_and_has_no_debug_information()
    {
        using FileStream file = File.OpenRead(ReferencePrograms.Archive);
        var reader = new TarReader(file);
        TarEntry first = reader.GetNextEntry(copyData: true)!;
        Assert.That(first.Name, Is.EqualTo("init"));
        byte[] whole = File.ReadAllBytes(ReferencePrograms.Image("init"));
        byte[] packed = new byte[first.Length];
        first.DataStream!.ReadExactly(packed);
        Assert.That(packed, Is.EqualTo(LoadableImage.Of("init", whole)));
        Assert.That(packed, Has.Length.LessThan(whole.Length));
    }

    [Test]
    public void A_loadable_image_keeps_header_and_segments_and_nothing_else()
    {
        byte[] whole = File.ReadAllBytes(ReferencePrograms.Image("hello"));
        byte[] loadable = LoadableImage.Of("hello", whole);
        ElfFile image = ElfFile.Parse("hello", loadable);
        Assert.That(image.Sections, Is.Empty);
        Assert.That(image.Entry, Is.EqualTo(ElfFile.Parse("hello", whole).Entry));
        Assert.That(loadable[64..], Is.EqualTo(whole[64..loadable.Length]));
        ElfSection data = ElfFile.Parse("hello", whole).Section(".data")!;
        Assert.That(loadable, Has.Length.EqualTo(data.Offset + data.Size), "data is the last that is loaded");
    }

    [Test]
    public void What_is_no_image_or_lies_about_its_segments_is_refused()
    {
        Assert.That(() => LoadableImage.Of("x", new byte[100]), Throws.InstanceOf<ElfFormatException>());
        byte[] image = File.ReadAllBytes(ReferencePrograms.Image("hello"));
        image[64 + 32 + 7] = 0x7F; // the first segment's size in the file
        Assert.That(() => LoadableImage.Of("x", image), Throws.InstanceOf<ElfFormatException>().With.Message.StartsWith("x: "));
    }

    private static byte[] Write(params (string, byte[])[] files)
    {
        var stream = new MemoryStream();
        BootArchive.Write(stream, files);
        return stream.ToArray();
    }
}
