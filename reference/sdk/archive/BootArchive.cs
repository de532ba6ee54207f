using System.Formats.Tar;
using Euralios.Sdk.Elf;

namespace Euralios.Sdk.Archive;

/// <summary>
/// Writes the archive in which programs travel to the machine as its boot module: a tar file in the format ustar, so that every tool reads
/// it. The kernel starts the file named <c>init</c>, and gives it the whole archive.
/// </summary>
/// <remarks>
/// The same programs give the same bytes: files are in the order given, belong to nobody (user and group 0), may be executed by all, and are
/// of the beginning of 1970. Contents begin at multiples of 512 bytes. Programs are taken without their debug information, which stays with the
/// host: the machine loads nothing of it.
/// </remarks>
public static class BootArchive
{
    private const UnixFileMode Executable =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Writes programs, each by the name of its file.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="programs">Paths of ELF images.</param>
    /// <exception cref="ElfFormatException">A file is no ELF image.</exception>
    public static void Write(string path, IReadOnlyList<string> programs)
    {
        var archive = new MemoryStream();
        Write(archive, [.. programs.Select(program => (Path.GetFileName(program), LoadableImage.Of(program, File.ReadAllBytes(program))))]);
        File.WriteAllBytes(path, archive.ToArray());
    }

    /// <summary>Writes files as they are.</summary>
    /// <param name="output">Receives the archive.</param>
    /// <param name="files">Names, at most 100 bytes of UTF-8 long, and contents.</param>
    public static void Write(Stream output, IReadOnlyList<(string Name, byte[] Contents)> files)
    {
        using var writer = new TarWriter(output, TarEntryFormat.Ustar, leaveOpen: true);
        foreach ((string name, byte[] contents) in files)
        {
            writer.WriteEntry(new UstarTarEntry(TarEntryType.RegularFile, name)
            {
                DataStream = new MemoryStream(contents, writable: false),
                Mode = Executable,
                ModificationTime = DateTimeOffset.UnixEpoch,
                Uid = 0,
                Gid = 0,
                UserName = "",
                GroupName = "",
            });
        }
    }
}
