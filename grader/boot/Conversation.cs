using System.Net.Sockets;
using System.Text;

namespace Euralios.Grader.Boot;

/// <summary>
/// A dialogue over COM1. Order is judged and time is not: what is typed is typed as soon as the awaited text is there, however long that took.
/// </summary>
internal sealed class Conversation : IDisposable
{
    private static readonly Task _never = new TaskCompletionSource().Task;

    private readonly Socket _socket;
    private readonly IReadOnlyList<DialogueStep> _steps;
    private readonly MemoryStream _heard = new();
    private readonly byte[] _buffer = new byte[16384];
    private readonly int _limit;
    private Task _typing = Task.CompletedTask;
    private int _step, _matched;

    /// <summary>Creates a conversation.</summary>
    /// <param name="socket">COM1.</param>
    /// <param name="steps">What to wait for and to type.</param>
    /// <param name="limit">How many bytes are kept; the rest is counted only.</param>
    public Conversation(Socket socket, IReadOnlyList<DialogueStep> steps, int limit)
    {
        (_socket, _steps, _limit) = (socket, steps, limit);
        Readable = WaitAsync();
        Answer();
    }

    /// <summary>Completes when there is something to hear.</summary>
    public Task Readable { get; private set; }

    /// <summary>How many bytes the guest has written.</summary>
    public long Bytes { get; private set; }

    /// <summary>How many steps are done: it grows when something was typed.</summary>
    public int StepsDone => _step;

    /// <summary>The text that has not come yet, or null when all has.</summary>
    public string? Awaited => _step < _steps.Count ? _steps[_step].Expect : null;

    /// <summary>Every text has come, and the last one asked for no answer: there is nothing more to wait for.</summary>
    public bool Over => Awaited is null && _steps is [.., { Send: "" }];

    /// <summary>What the guest wrote, up to the limit.</summary>
    public byte[] Heard => _heard.ToArray();

    /// <summary>Hears everything that has been written by now, and answers it.</summary>
    public void Drain()
    {
        int count;
        while (_socket.Available > 0 && (count = _socket.Receive(_buffer)) > 0)
        {
            Bytes += count;
            _heard.Write(_buffer, 0, Math.Min(count, _limit - (int)_heard.Length));
            Answer();
        }
        if (Readable.IsCompleted)
            Readable = _socket.Poll(0, SelectMode.SelectRead) && _socket.Available == 0 ? _never : WaitAsync();
    }

    public void Dispose() => _socket.Dispose();

    private void Answer()
    {
        while (Awaited is { } text)
        {
            byte[] wanted = Encoding.UTF8.GetBytes(text);
            int at = _heard.GetBuffer().AsSpan(_matched, (int)_heard.Length - _matched).IndexOf(wanted);
            if (at < 0)
                return;
            _matched += at + wanted.Length;
            _typing = TypeAsync(_typing, Encoding.UTF8.GetBytes(_steps[_step].Send));
            _step++;
        }
    }

    /// <summary>A guest that does not read its console must not hold up the host.</summary>
    private async Task TypeAsync(Task before, byte[] bytes)
    {
        await before;
        try
        {
            if (bytes.Length > 0)
                await _socket.SendAsync(bytes);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The guest has ended; that is judged elsewhere.
        }
    }

    private async Task WaitAsync()
    {
        try
        {
            await _socket.ReceiveAsync(Memory<byte>.Empty);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // As above: an end is readable too.
        }
    }
}
