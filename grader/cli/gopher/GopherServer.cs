using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Euralios.Grader.Cli.Gopher;

/// <summary>A gopher server on the host's loopback (RFC 1436): a line comes, a document goes, and the connection is closed.</summary>
internal sealed class GopherServer : IDisposable
{
    private const int LongestLine = 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Func<string, string> _answer;
    private readonly CancellationTokenSource _closing = new();

    /// <summary>Serves from now on.</summary>
    /// <param name="answer">What is sent for a line.</param>
    public GopherServer(Func<string, string> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = ServeAsync();
    }

    /// <summary>The port on the loopback.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <inheritdoc/>
    public void Dispose()
    {
        _closing.Cancel();
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_closing.Token));
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
            limit.CancelAfter(Patience);
            try
            {
                var stream = client.GetStream();
                await stream.WriteAsync(Encoding.UTF8.GetBytes(_answer(await ReadLineAsync(stream, limit.Token))), limit.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // The client has gone, or has said nothing.
            }
        }
    }

    private static async Task<string> ReadLineAsync(NetworkStream stream, CancellationToken cancellation)
    {
        var line = new byte[LongestLine];
        var length = 0;
        while (length < line.Length && await stream.ReadAsync(line.AsMemory(length, 1), cancellation) > 0 && line[length] != '\n')
            length++;
        return Encoding.UTF8.GetString(line, 0, length).TrimEnd('\r');
    }
}
