using System.CommandLine;
using System.Net;
using System.Net.Sockets;

namespace Euralios.Grader.Cli.Commands;

/// <summary>
/// <c>grader relay PORT</c>: standard input and output as a connection to a port of this machine's loopback. QEMU starts it for a guest's connection to a
/// service beside the guest; not for people, so <c>--help</c> does not list it.
/// </summary>
internal static class RelayCommand
{
    public static Command Create()
    {
        var port = new Argument<int>("port") { Description = "A port of the loopback" };
        var command = new Command("relay", "Passes standard input to a port of the loopback, and what comes back to standard output") { port };
        command.Hidden = true;
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(port), cancellation));
        return command;
    }

    /// <summary>The command that passes a connection on to a port.</summary>
    public static IReadOnlyList<string> To(int port) =>
        [Image.DotNet.Program, typeof(RelayCommand).Assembly.Location, "relay", $"{port}"];

    private static async Task<int> RunAsync(int port, CancellationToken cancellation)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port, cancellation);
        var stream = client.GetStream();
        using var input = Console.OpenStandardInput();
        using var output = Console.OpenStandardOutput();
        _ = SendAsync(input, client, cancellation);
        await stream.CopyToAsync(output, cancellation);
        return ExitCode.Good;
    }

    private static async Task SendAsync(Stream input, TcpClient client, CancellationToken cancellation)
    {
        await input.CopyToAsync(client.GetStream(), cancellation);
        client.Client.Shutdown(SocketShutdown.Send);
    }
}
