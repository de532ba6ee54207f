namespace Euralios.Grader.Boot;

/// <summary>Which network card a machine has.</summary>
public enum NetworkCardModel
{
    /// <summary>Realtek's RTL8139, 10EC:8139.</summary>
    Rtl8139,

    /// <summary>virtio's, with its old registers as well as the new ones: 1AF4:1000.</summary>
    Virtio,
}

/// <summary>A network card, and what its wire leads to. <see cref="Arguments"/> go into <see cref="Machine.Devices"/>.</summary>
/// <param name="Model">The card.</param>
/// <param name="Wire">The other end of its wire.</param>
/// <param name="CaptureFile">A file (pcap) to which QEMU writes every frame on the wire, or null.</param>
/// <param name="Address">The card's address, as six octets in hexadecimal with colons.</param>
public sealed record NetworkCard(NetworkCardModel Model, NetworkWire Wire, string? CaptureFile = null, string Address = "52:54:00:12:34:56")
{
    private const string Wired = "n0";

    /// <summary>QEMU's arguments for card and wire.</summary>
    public IReadOnlyList<string> Arguments
    {
        get
        {
            string device = Model == NetworkCardModel.Rtl8139 ? "rtl8139" : "virtio-net-pci";

            // A boot from the network is not wanted: the card's ROM stays out.
            List<string> arguments =
            [
                $"-netdev {Wire.Backend},id={Wired}",
                $"-device {device},netdev={Wired},mac={Address},romfile=",
            ];
            if (CaptureFile is not null)
                arguments.Add($"-object filter-dump,id=capture,netdev={Wired},file={QemuCommandLine.Quoted(CaptureFile)}");
            return arguments;
        }
    }
}
