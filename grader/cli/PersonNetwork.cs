using System.Net;
using System.Net.Sockets;
using Euralios.Grader.Boot;
using Euralios.Grader.Cli.Commands;
using Euralios.Grader.Cli.Gopher;

namespace Euralios.Grader.Cli;

/// <summary>
/// The network of a machine for a person: a card, a gopher server of the kit's that the guest reaches, and a port of the host's loopback that leads to the
/// guest's web server.
/// </summary>
internal sealed class PersonNetwork : IDisposable
{
    private const string GopherAddress = "10.0.2.100";
    private const int GopherPort = 70;
    private const int WebPort = 80;

    private readonly GopherServer _gopher;
    private readonly NetworkCard _card;
    private readonly int _webPort;
    private readonly bool _isOpen;

    /// <summary>Starts the server.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="model">The card.</param>
    /// <param name="webPort">The port of the host's loopback; null for any that is free.</param>
    /// <param name="isOpen">Whether the guest reaches the host's loopback and its network.</param>
    /// <exception cref="UsageException">The port is taken.</exception>
    public PersonNetwork(string root, NetworkCardModel model, int? webPort, bool isOpen)
    {
        _isOpen = isOpen;
        _webPort = Free(webPort);
        _gopher = new GopherServer(new GopherHole(root, GopherAddress, GopherPort).Answer);
        var services = new Dictionary<string, IReadOnlyList<string>> { [$"{GopherAddress}:{GopherPort}"] = RelayCommand.To(_gopher.Port) };
        _card = new NetworkCard(model, NetworkWire.User([new PortForward(_webPort, WebPort)], services, isIsolated: !isOpen));
    }

    /// <summary>QEMU's arguments.</summary>
    public IReadOnlyList<string> Devices => _card.Arguments;

    /// <summary>What a person has to know.</summary>
    public string Description =>
        $"Network: the kit's gopher server is {GopherAddress} in the guest (gopher {GopherAddress}); the guest's httpd is http://127.0.0.1:{_webPort}/ here"
        + (_isOpen ? "; the guest reaches this machine's network." : ".");

    /// <inheritdoc/>
    public void Dispose() => _gopher.Dispose();

    private static int Free(int? wanted)
    {
        using var listener = new TcpListener(IPAddress.Loopback, wanted ?? 0);
        try
        {
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException e)
        {
            throw new UsageException($"--http {wanted}: {e.Message}.");
        }
    }
}
