using System.Net.Sockets;
using System.Text;

namespace Euralios.Grader.Boot;

/// <summary>A terminal at COM1. What comes is read as plain text: escape sequences and carriage returns are left out.</summary>
public sealed class SerialTerminal : IDisposable
{
    private readonly Socket _socket;
    private readonly PlainText _plain = new();
    private readonly byte[] _buffer = new byte[16384];
    private int _read;

    internal SerialTerminal(Socket socket) => _socket = socket;

    /// <summary>All that has been heard.</summary>
    public string Heard => _plain.Text.ToString();

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
            string heard = _plain.Text.ToString(_read, _plain.Text.Length - _read);
            int at = heard.IndexOf(text, StringComparison.Ordinal);
            if (at >= 0)
            {
                _read += at + text.Length;
                return heard[..at];
            }

            try
            {
                int count = await _socket.ReceiveAsync(_buffer, patience.Token);
                if (count == 0)
                    throw new MachineException($"The machine is off. Awaited: \"{text}\". Since the text before came:\n{heard}");
                _plain.Take(_buffer.AsSpan(0, count));
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
}
