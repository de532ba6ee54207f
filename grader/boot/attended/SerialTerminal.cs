using System.Net.Sockets;
using System.Text;

namespace Euralios.Grader.Boot;

/// <summary>A terminal at COM1. What comes is read as plain text: escape sequences and carriage returns are left out.</summary>
public sealed class SerialTerminal : IDisposable
{
    private readonly Socket _socket;
    private readonly Lock _gate = new();
    private readonly PlainText _plain = new();
    private readonly Task _listening;
    private TaskCompletionSource _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _read;

    internal SerialTerminal(Socket socket)
    {
        _socket = socket;
        _listening = ListenAsync();
    }

    /// <summary>All that has been heard.</summary>
    public string Heard
    {
        get
        {
            lock (_gate)
                return _plain.Text.ToString();
        }
    }

    /// <summary>Types keys, as the bytes that a terminal sends.</summary>
    public async Task TypeAsync(string keys) => await _socket.SendAsync(Encoding.UTF8.GetBytes(keys));

    /// <summary>Waits for a text that comes after what was waited for before.</summary>
    /// <returns>What came before it.</returns>
    /// <exception cref="MachineException">It did not come.</exception>
    public async Task<string> WaitAsync(string text)
    {
        using var patience = new CancellationTokenSource(Patience.Limit);
        while (true)
        {
            string heard;
            Task news;
            lock (_gate)
            {
                heard = _plain.Text.ToString(_read, _plain.Text.Length - _read);
                news = _news.Task;
            }

            int at = heard.IndexOf(text, StringComparison.Ordinal);
            if (at >= 0)
            {
                _read += at + text.Length;
                return heard[..at];
            }

            if (_listening.IsCompleted)
                throw new MachineException($"The machine is off. Awaited: \"{text}\". Since the text before came:\n{heard}");
            try
            {
                await news.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new MachineException($"\"{text}\" does not come. Since the text before came:\n{heard}");
            }
        }
    }

    /// <summary>Types a line and Enter, and waits for a text, usually the next prompt.</summary>
    /// <returns>What came between the line's echo and that.</returns>
    public async Task<string> EnterAsync(string line, string until)
    {
        await TypeAsync(line + "\r");
        await WaitAsync("\n");
        return await WaitAsync(until);
    }

    /// <inheritdoc/>
    public void Dispose() => _socket.Dispose();

    /// <summary>Hears everything at once: of single bytes a socket holds a few hundred, and a machine whose line nobody takes stands still.</summary>
    private async Task ListenAsync()
    {
        byte[] buffer = new byte[16384];
        int count = 1;
        while (count > 0)
        {
            try
            {
                count = await _socket.ReceiveAsync(buffer);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // The machine has ended.
                count = 0;
            }

            lock (_gate)
            {
                _plain.Take(buffer.AsSpan(0, count));
                _news.SetResult();
                _news = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }

        // Whoever waits must see that nothing more comes: the task is complete by then.
        _ = Task.Run(async () =>
        {
            await _listening;
            lock (_gate)
                _news.TrySetResult();
        });
    }
}
