using System.Globalization;

namespace Euralios.Grader.Boot;

/// <summary>Connections to a port of the host's loopback that arrive at a port of the guest.</summary>
/// <param name="HostPort">The port on 127.0.0.1; 0 lets the host choose.</param>
/// <param name="GuestPort">The guest's port, at 10.0.2.15.</param>
/// <param name="IsDatagram">UDP, and not TCP.</param>
public sealed record PortForward(int HostPort, int GuestPort, bool IsDatagram = false);

/// <summary>What a network card's wire leads to.</summary>
public sealed class NetworkWire
{
    private NetworkWire(string backend) => Backend = backend;

    /// <summary>The value of QEMU's <c>-netdev</c>, without its id.</summary>
    internal string Backend { get; }

    /// <summary>
    /// A network inside QEMU: the guest is 10.0.2.15, and 10.0.2.2 is a gateway that serves DHCP and leads to the host's loopback and, where the host has
    /// one, to its network.
    /// </summary>
    /// <param name="forwards">Ports of the host that lead to the guest.</param>
    /// <param name="services">
    /// Addresses of TCP services in that network ("10.0.2.100:70"), each with a command and its arguments: for every connection QEMU starts it, and the
    /// connection is its standard input and output. A machine in QEMU's sandbox may start nothing; there the gateway must lead to the service.
    /// </param>
    /// <param name="lines">
    /// Addresses of TCP services in that network, each with a port of the host's loopback, to which QEMU connects once, before the machine starts: what the guest
    /// sends there goes over that one connection.
    /// </param>
    /// <param name="isIsolated">Nothing but <paramref name="forwards"/>, <paramref name="services"/> and <paramref name="lines"/> is reached.</param>
    public static NetworkWire User(
        IReadOnlyList<PortForward>? forwards = null,
        IReadOnlyDictionary<string, IReadOnlyList<string>>? services = null,
        IReadOnlyDictionary<string, int>? lines = null,
        bool isIsolated = false)
    {
        List<string> parts = ["user"];
        if (isIsolated)
            parts.Add("restrict=on");
        foreach (PortForward forward in forwards ?? [])
            parts.Add($"hostfwd={(forward.IsDatagram ? "udp" : "tcp")}:127.0.0.1:{Number(forward.HostPort)}-:{Number(forward.GuestPort)}");
        if (services is not null)
            parts.AddRange(services.Select(service => QemuCommandLine.Quoted($"guestfwd=tcp:{service.Key}-cmd:{string.Join(' ', service.Value.Select(ShellWord))}")));
        if (lines is not null)
            parts.AddRange(lines.Select(line => $"guestfwd=tcp:{line.Key}-tcp:127.0.0.1:{Number(line.Value)}"));
        return new(string.Join(',', parts));
    }

    /// <summary>A wire whose frames are datagrams of two sockets: QEMU's, and that of a program at the other end.</summary>
    /// <param name="guest">The path of QEMU's socket, which it makes.</param>
    /// <param name="peer">The path of the other end's.</param>
    internal static NetworkWire Sockets(string guest, string peer) => new(
        $"dgram,local.type=unix,local.path={QemuCommandLine.Quoted(guest)},remote.type=unix,remote.path={QemuCommandLine.Quoted(peer)}");

    /// <summary>A word as QEMU splits a command: by the rules of a shell.</summary>
    private static string ShellWord(string word) => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
