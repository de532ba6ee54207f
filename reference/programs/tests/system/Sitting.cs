using Euralios.Grader.Boot;
using Euralios.Sdk.Archive;
using Euralios.Sdk.Build;
using Euralios.Sdk.Elf;

namespace Euralios.Whole.Tests;

/// <summary>Somebody sits down at a machine that has just been switched on.</summary>
internal static class Sitting
{
    internal const string RootPrompt = "root:/ramdisk# ", UserPrompt = "user:/ramdisk$ ", LoginPrompt = "login: ";

    /// <summary>The reference's kernel, and the archive of its programs.</summary>
    internal static string Kernel => Path.Combine(Toolchain.RepositoryRoot, "reference", "kernel", "bin", "merriwig.elf");

    internal static string Archive => Path.Combine(Programs, "bin", "boot.tar");

    private static string Programs => Path.Combine(Toolchain.RepositoryRoot, "reference", "programs");

    /// <summary>Switches a machine on, with the reference's kernel and programs.</summary>
    internal static Task<AttendedMachine> StartAsync() =>
        GuestEnvironment.Files is { Count: > 0 } files ? StartAsync([], files) : StartAsync(Archive);

    /// <summary>Switches a machine on that has a program of <c>guest</c> among the others.</summary>
    internal static Task<AttendedMachine> StartWithAsync(string program) =>
        StartAsync([Path.Combine(Programs, "tests", "system", "guest", program, "bin", program)], GuestEnvironment.Files);

    /// <summary>Switches a machine on with the reference's programs, and others, and other files.</summary>
    internal static async Task<AttendedMachine> StartAsync(string[] programs, IReadOnlyList<(string Name, byte[] Contents)> files)
    {
        string archive = Path.Combine(Path.GetTempPath(), $"system-{Guid.NewGuid():n}.tar");
        try
        {
            string[] names = [.. File.ReadAllLines(Path.Combine(Programs, "Programs.csproj"))
                .Where(line => line.Contains("<Program Include=", StringComparison.Ordinal))
                .Select(line => line.Split('"')[1])];
            string[] images = [.. names.Select(name => Path.Combine(Programs, name, "bin", name)), .. programs];
            using (FileStream file = File.Create(archive))
                BootArchive.Write(file, [.. images.Select(image => (Path.GetFileName(image), LoadableImage.Of(image, File.ReadAllBytes(image)))), .. files]);
            return await StartAsync(archive);
        }
        finally
        {
            // QEMU has read it when it answers.
            File.Delete(archive);
        }
    }

    /// <summary>Logs in at the serial terminal, where the login's prompt was awaited.</summary>
    internal static Task LogInAsync(this SerialTerminal terminal, string user) =>
        terminal.EnterAsync(user, user == "root" ? RootPrompt : UserPrompt);

    private static Task<AttendedMachine> StartAsync(string archive) =>
        AttendedMachine.StartAsync(new Machine(MemoryMiB: 128, IcountShift: 0), Kernel, archive);
}
