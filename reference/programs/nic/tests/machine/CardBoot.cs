using System.Text;
using Euralios.Grader.Boot;
using Euralios.Sdk.Archive;
using Euralios.Sdk.Build;
using Euralios.Sdk.Elf;
using Euralios.Sdk.Symbols;

namespace Euralios.Programs.Nic.Tests;

/// <summary>A machine with a network card and the test program <c>frames</c>, which does what its mode says.</summary>
/// <param name="model">The card; null for a machine without one.</param>
/// <param name="mode">What the test program does.</param>
internal sealed class CardBoot(NetworkCardModel? model, string mode) : IDisposable
{
    private static readonly Limits Limits = new(
        Instructions: 200_000_000_000,
        VirtualTime: TimeSpan.FromMinutes(20),
        ConsoleBytes: 1 << 20,
        TraceBytes: 1 << 20,
        WallClock: TimeSpan.FromMinutes(1));

    private static string Programs => Path.Combine(Toolchain.RepositoryRoot, "reference", "programs");

    private readonly CancellationTokenSource _over = new();

    /// <summary>The wire's other end.</summary>
    public FramePeer Peer { get; } = new();

    /// <summary>How many instructions the machine has executed, when it is over.</summary>
    public long Instructions { get; private set; }

    /// <summary>Boots, and talks at the wire meanwhile. When the talk fails its frames are kept in a file.</summary>
    /// <returns>What the machine printed.</returns>
    public async Task<string> RunAsync(Func<FramePeer, CancellationToken, Task> talk)
    {
        Task<BootRecord> boot = BootAsync();
        Task talking = talk(Peer, _over.Token);
        if (await Task.WhenAny(boot, talking) == boot)
            await _over.CancelAsync();
        try
        {
            await talking;
        }
        catch (Exception e) when (e is not SuccessException)
        {
            string file = Path.Combine(Path.GetTempPath(), $"nic-{Guid.NewGuid():n}.pcap");
            Peer.Save(file);
            await _over.CancelAsync();
            string console = boot.IsCompleted ? Read(await boot) : "the machine still runs";
            throw new AssertionException($"{e.Message}\nThe frames are in {file}. The console:\n{console}", e);
        }

        BootRecord record = await boot;
        string text = Read(record);
        Assert.That(record.Ending, Is.EqualTo(Ending.Finished), text);
        Instructions = record.Instructions;
        TestContext.Out.WriteLine(text);
        return text;
    }

    public void Dispose()
    {
        Peer.Dispose();
        _over.Dispose();
    }

    private async Task<BootRecord> BootAsync()
    {
        string archive = Path.Combine(Path.GetTempPath(), $"nic-{Guid.NewGuid():n}.tar");
        try
        {
            List<(string Name, byte[] Contents)> files =
            [
                ("init", Image(Path.Combine("nic", "tests", "guest"), "frames")),
                ("pci", Image("", "pci")),
                ("rtl8139", Image("", "rtl8139")),
                ("virtio_net", Image("", "virtio_net")),
                ("mode", Encoding.UTF8.GetBytes(mode)),
            ];
            using (FileStream file = File.Create(archive))
                BootArchive.Write(file, files);
            IReadOnlyList<string> devices = model is null ? [] : new Grader.Boot.NetworkCard(model.Value, Peer.Wire).Arguments;
            string kernel = Path.Combine(Toolchain.RepositoryRoot, "reference", "kernel", "bin", "merriwig.elf");
            var machine = new Machine(MemoryMiB: 128, IcountShift: 0, Devices: devices, IdlesInHostTime: model is not null);
            return await BootRunner.RunAsync(new BootRequest(kernel, "", machine, Limits, new byte[16], archive), _over.Token);
        }
        finally
        {
            File.Delete(archive);
        }
    }

    private static byte[] Image(string folder, string name) =>
        LoadableImage.Of(name, File.ReadAllBytes(Path.Combine(Programs, folder, name, "bin", name)));

    private static string Read(BootRecord record)
    {
        var output = new MemoryStream();
        Symbolizer kernel = Symbolizer.Load(Path.Combine(Toolchain.RepositoryRoot, "reference", "kernel", "bin", "merriwig.elf"));
        new SerialFilter(kernel, name => Symbolizer.Load(name == "init"
            ? Path.Combine(Programs, "nic", "tests", "guest", "frames", "bin", "frames")
            : Path.Combine(Programs, name, "bin", name))).Write(record.Console, output);
        return Encoding.UTF8.GetString(output.ToArray()).Replace("\r", "", StringComparison.Ordinal);
    }
}
