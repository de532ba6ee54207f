using Euralios.Grader.Boot;
using Euralios.Net;
using Euralios.Net.Link;
using Euralios.Net.Tcp;
using Euralios.Net.Wire;
using Merriwig.Lab;
using RandomSource = Merriwig.Lab.RandomSource;

namespace Euralios.Labs.Glue;

/// <summary>
/// A host at the other end of the wire, 10.0.2.2: the very stack that the machine has, with a link that loses frames, sends them twice or late, as the seed
/// says; until the transfers are done. Notes a line for each thing: its name, and "right", or what was wrong.
/// </summary>
public sealed class LossPartner : FramePartner
{
    // As the scenario knows them (LossScenario.cs).
    private const int ControlPort = 70;
    private const int SlowPort = 72;
    private const int DeadPort = 73;
    private const int FirstTransferPort = 81;
    private const int Transfers = 3;
    private const int TransferLength = 60_000;
    private const int SlowLength = 250_000;
    private const uint FirstTransfer = 10;
    private const uint Slow = 100;
    private const byte TransfersAreDone = 1;
    private const byte SlowIsDone = 2;
    private const byte ClientIsHeard = 3;
    private const byte ClientIsGone = 4;

    private static readonly MacAddress _mac = new(0x5255_0A00_0202);

    // Those of the lossy wire, and the slow one.
    private readonly Transfer?[] _transfers = new Transfer?[Transfers + 1];
    private LossyLink _link = null!;
    private NetworkStack _stack = null!;
    private TcpLayer _tcp = null!;
    private Task<byte[]?> _coming = null!;

    // What the machine has been told of.
    private readonly HashSet<byte> _told = [];

    private static Instant Now => new((long)(System.Diagnostics.Stopwatch.GetTimestamp() / (System.Diagnostics.Stopwatch.Frequency / 1_000_000.0)));

    /// <inheritdoc/>
    protected override async Task SpeakAsync()
    {
        if (await ReceiveAsync() is not { } first)
            return;
        var seed = new RandomSource(BitConverter.ToUInt64(Seed));
        _link = new LossyLink(seed.Fork(1));
        _link.Deliver(first);
        _stack = new NetworkStack(_link, _mac, Seed);
        _tcp = new TcpLayer(_stack.Output, _stack.Random, new TcpOptions());
        _stack.Transport = _tcp;
        _stack.Configure(new(new(0x0A00_0202), 24, default), [], Now);
        TcpListener control = Listen(ControlPort);
        TcpListener[] transfers = [.. Enumerable.Range(FirstTransferPort, Transfers).Select(Listen)];
        TcpListener slow = Listen(SlowPort);
        TcpListener dead = Listen(DeadPort);
        TcpConnection? order = null;
        TcpConnection? doomed = null;
        _coming = ReceiveAsync();
        while (await ExchangeAsync())
        {
            if (control.TryAccept(out var accepted))
                order = accepted;
            for (var i = 0; i < Transfers; i++)
            {
                if (transfers[i].TryAccept(out accepted))
                    _transfers[i] = new Transfer(accepted, seed, FirstTransfer + ((uint)i * 2), TransferLength);
            }

            if (slow.TryAccept(out accepted))
                _transfers[Transfers] = new Transfer(accepted, seed, Slow, SlowLength) { IsHeld = true };
            if (dead.TryAccept(out accepted))
                doomed = accepted;
            foreach (var transfer in _transfers.OfType<Transfer>())
            {
                // Whoever does not read begins to when the machine was refused elsewhere: nothing else of the machine's may wait for that.
                transfer.IsHeld &= _tcp.Statistics.ResetsOut == 0;
                transfer.Advance();
            }

            if (AreDone(_transfers[..Transfers]))
                _link.BecomeGood();
            if (order is not null)
                Tell(order, doomed);
        }

        foreach (var (index, transfer) in _transfers.Index())
        {
            if (transfer is not null)
                Note($"transfer-{index + 1} {transfer.Wrong ?? "right"}");
        }

        Note($"lost {_link.Lost} doubled {_link.Doubled} late {_link.Late}");
        var doom = _told.Contains(ClientIsGone) ? "right"
            : doomed is null ? "no connection came"
            : !_told.Contains(ClientIsHeard) ? "the machine did not say anything"
            : "the connection was not closed";
        Note($"doomed {doom}");
    }

    /// <summary>Tells the machine what it waits for: that all has arrived, that its client is heard of, and that it is gone.</summary>
    private void Tell(TcpConnection order, TcpConnection? doomed)
    {
        TellOnce(order, TransfersAreDone, AreDone(_transfers[..Transfers]));
        TellOnce(order, SlowIsDone, AreDone(_transfers[Transfers..]));
        if (doomed is null)
            return;
        TellOnce(order, ClientIsHeard, doomed.Available > 0);
        if (_told.Contains(ClientIsHeard))
        {
            doomed.Read(new byte[16]);
            TellOnce(order, ClientIsGone, doomed.IsReceiveEnded || doomed.IsClosed);
        }

        if (_told.Contains(ClientIsGone))
            doomed.Close();
    }

    private void TellOnce(TcpConnection order, byte word, bool isSo)
    {
        if (isSo && _told.Add(word))
            order.Write([word]);
    }

    private static bool AreDone(Transfer?[] transfers) => transfers.All(transfer => transfer is { IsDone: true });

    private TcpListener Listen(int port)
    {
        if (!_tcp.TryListen((ushort)port, 8, out var listener, out var error))
            throw new InvalidOperationException($"port {port}: {error}");
        return listener;
    }

    /// <summary>Sends what is to be sent, and waits until a frame has come or something is due.</summary>
    private async Task<bool> ExchangeAsync()
    {
        _stack.Poll(Now);
        while (_link.TryTake(out var frame))
        {
            if (!await SendAsync(frame))
                return false;
        }

        var due = _stack.NextPoll == Instant.Never ? TimeSpan.FromSeconds(1) : _stack.NextPoll.Since(Now);
        if (due > TimeSpan.Zero && !_coming.IsCompleted)
            await Task.WhenAny(_coming, Task.Delay(due < TimeSpan.FromSeconds(1) ? due : TimeSpan.FromSeconds(1)));
        while (_coming.IsCompleted)
        {
            if (await _coming is not { } frame)
                return false;
            _link.Deliver(frame);
            _coming = ReceiveAsync();
        }

        _stack.Poll(Now);
        return true;
    }
}
