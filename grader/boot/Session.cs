using System.Net.Sockets;
using System.Text.Json;

namespace Euralios.Grader.Boot;

/// <summary>
/// One run of a guest, from power-on to its ending. Host time decides only <em>when</em> the guest is looked at: whatever ends it is derived from
/// quantities that were read while it stood still, so a slow host comes to the same verdict as a fast one.
/// </summary>
internal sealed class Session
{
    /// <summary>How often a running guest is looked at.</summary>
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(25);

    /// <summary>A guest that is halted while virtual time stands too has no timer left to wake it; after so many looks no device does either.</summary>
    private const int LooksUntilForsaken = 10;

    private readonly BootRequest _request;
    private readonly QemuProcess _process;
    private readonly Guest _guest;
    private readonly Checkpoints _checkpoints;
    private readonly Conversation? _conversation;
    private readonly WorkingFolder _folder;
    private readonly bool _sampled;

    private Usage _seen, _typedAt;
    private int _stepsSeen, _idleLooks;

    private Session(
        BootRequest request,
        QemuProcess process,
        Guest guest,
        Checkpoints checkpoints,
        Conversation? conversation,
        WorkingFolder folder,
        bool sampled)
    {
        (_request, _process, _guest, _checkpoints) = (request, process, guest, checkpoints);
        (_conversation, _folder, _sampled) = (conversation, folder, sampled);
    }

    /// <summary>Runs a guest.</summary>
    /// <param name="qemu">The QEMU to run it on.</param>
    /// <param name="request">What to boot.</param>
    /// <param name="log">
    /// For a run that is made for its interrupt log alone: takes the log. Such a run is not sampled. Null for an ordinary run.
    /// </param>
    /// <param name="cancellation">Ends the run at once, and QEMU with it.</param>
    /// <param name="connected">Told of the guest before it runs; null if nobody wants to know.</param>
    public static async Task<BootRecord> RunAsync(
        QemuInstallation qemu,
        BootRequest request,
        Func<StreamReader, Task>? log,
        CancellationToken cancellation,
        Func<Guest, CancellationToken, Task>? connected = null)
    {
        using var folder = new WorkingFolder();
        Socket monitor = folder.Listen(QemuCommandLine.Monitor), debugger = folder.Listen(QemuCommandLine.Debugger);
        Socket? console = request.Dialogue is null ? null : folder.Listen(QemuCommandLine.Console);

        using var clock = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        clock.CancelAfter(request.Limits.WallClock);
        Outcome outcome;
        IReadOnlyList<Snapshot> snapshots = [];
        Conversation? conversation = null;
        QemuProcess process = await QemuProcess.StartAsync(qemu, QemuCommandLine.For(qemu, request, folder, log is not null), log);
        await using (process)
        {
            Session? session = null;
            try
            {
                using Guest guest = await ConnectAsync(process, monitor, debugger, folder, request, clock.Token);
                if (console is not null)
                    conversation = new Conversation(await console.AcceptAsync(clock.Token), request.Dialogue!, request.Limits.ConsoleBytes);
                if (connected is not null)
                    await connected(guest, clock.Token);
                Checkpoints checkpoints = await Checkpoints.PlaceAsync(guest, request, clock.Token);
                snapshots = checkpoints.Snapshots;
                session = new Session(request, process, guest, checkpoints, conversation, folder, sampled: log is null);
                outcome = await session.FollowAsync(clock.Token);
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                outcome = new Outcome(Ending.WallClock, session?._seen ?? default, Error: $"not over after {request.Limits.WallClock}");
            }
            catch (MachineException e)
            {
                outcome = new Outcome(Ending.MachineError, session?._seen ?? default, Error: e.Message);
            }
        }
        using (conversation)
        {
            conversation?.Drain();
            byte[] heard = conversation?.Heard ?? Contents(folder.File(QemuCommandLine.Console), request.Limits.ConsoleBytes);
            byte[] trace = Contents(folder.File(QemuCommandLine.Trace), request.Limits.TraceBytes);
            return Record(request, outcome, conversation, heard, trace, snapshots);
        }
    }

    /// <summary>Lets the guest run until it ends, by itself or by a limit.</summary>
    private async Task<Outcome> FollowAsync(CancellationToken cancellation)
    {
        try
        {
            Task<StopReason> running = _guest.Gdb.Resume(cancellation);
            while (true)
            {
                await WatchAsync(running, cancellation);
                StopReason reason = await running;
                if (reason == StopReason.Exited)
                    return await ExitedAsync(cancellation);

                Usage used = await MeasureAsync(cancellation);
                if (await JudgeAsync(reason, used, cancellation) is { } outcome)
                    return outcome;
                running = reason == StopReason.Breakpoint ? PassAsync(cancellation) : _guest.Gdb.Resume(cancellation);
            }
        }
        catch (Exception e) when (e is IOException or SocketException or JsonException)
        {
            // QEMU went away in the middle of a sentence; its status says why.
            return await ExitedAsync(cancellation);
        }
    }

    /// <summary>Looks at the running guest from time to time, until it stands: by itself, or because what was seen needs a judgement.</summary>
    private async Task WatchAsync(Task<StopReason> running, CancellationToken cancellation)
    {
        Task tick = Task.Delay(_look, cancellation);
        while (true)
        {
            await (_conversation is null ? Task.WhenAny(running, tick) : Task.WhenAny(running, tick, _conversation.Readable));
            if (running.IsCompleted)
                return;
            bool due = tick.IsCompleted;
            if (!due)
                _conversation!.Drain();
            if (_conversation is { Over: true } || (due && await IsSuspiciousAsync(cancellation)))
            {
                await _guest.Gdb.InterruptAsync(cancellation);
                return;
            }
            if (due)
                tick = Task.Delay(_look, cancellation);
        }
    }

    private async Task<bool> IsSuspiciousAsync(CancellationToken cancellation)
    {
        Usage before = _seen;
        Usage used = await MeasureAsync(cancellation);
        if (Allowed(used).Passed(_request.Limits) is not null)
            return true;
        if (used.Instructions != before.Instructions)
        {
            _idleLooks = 0;
            return false;
        }
        (bool halted, bool interruptsEnabled) = await _guest.StateAsync(cancellation);
        bool forsaken = halted && used.VirtualTime == before.VirtualTime;
        _idleLooks = forsaken ? _idleLooks + 1 : 0;
        return halted && (!interruptsEnabled || _idleLooks >= LooksUntilForsaken);
    }

    /// <summary>The ending that a standing guest has come to, or null if it may go on.</summary>
    private async Task<Outcome?> JudgeAsync(StopReason reason, Usage used, CancellationToken cancellation)
    {
        Ending? passed = Allowed(used).Passed(_request.Limits);
        switch (reason)
        {
            case StopReason.Shutdown when _guest.ShutdownReason is ['h', 'o', 's', 't', ..]:
                throw new MachineException($"QEMU was ended from outside ({_guest.ShutdownReason})");
            case StopReason.Shutdown:
                // Nothing runs on from here, so there is no loop to follow either.
                return await EndedAsync(passed ?? Ending.Reset, used, running: false, cancellation);
            case StopReason.Breakpoint when passed is null:
                int? exitValue = await _checkpoints.ServeAsync(used.Instructions, cancellation);
                return exitValue is null ? null : new Outcome(Ending.Finished, used, exitValue);
            case StopReason.Interrupted:
                (bool halted, bool interruptsEnabled) = await _guest.StateAsync(cancellation);
                if (halted && !interruptsEnabled)
                {
                    // Its time runs on although it is over: how much of it went by until somebody looked means nothing.
                    passed = Allowed(used with { VirtualTime = default }).Passed(_request.Limits) ?? Ending.Dead;
                }
                else if (halted && _idleLooks >= LooksUntilForsaken)
                {
                    passed ??= Ending.VirtualTimeLimit;
                }
                if (passed is null && _conversation is { Over: true })
                    return new Outcome(Ending.Finished, used);
                break;
        }
        return passed is null ? null : await EndedAsync(passed.Value, used, running: true, cancellation);
    }

    private async Task<Outcome> EndedAsync(Ending ending, Usage used, bool running, CancellationToken cancellation)
    {
        if (!_sampled)
            return new(ending, used);
        (bool halted, bool interruptsEnabled) = await _guest.StateAsync(cancellation);
        ulong place = await LoopFinder.FindAsync(_guest, _request, running && !halted, cancellation);
        return new(ending, used, Stuck: new Stuck(place, halted, interruptsEnabled, []));
    }

    /// <summary>QEMU has ended: through the debug-exit device, whose status is odd, or for a reason of its own.</summary>
    private async Task<Outcome> ExitedAsync(CancellationToken cancellation)
    {
        await _process.Exited.WaitAsync(cancellation);
        int status = _process.ExitStatus;

        // The device ends QEMU on the spot and takes the counters along; a count seen earlier would depend on when.
        var used = new Usage(0, default, ConsoleLength(), TraceLength());
        return (status & 1) == 1
            ? new Outcome(used.Passed(_request.Limits) ?? Ending.DebugExit, used, status >> 1)
            : throw await FailureAsync(_process, cancellation);
    }

    /// <summary>Leaves a checkpoint: a breakpoint that is merely resumed from is met again.</summary>
    private async Task<StopReason> PassAsync(CancellationToken cancellation)
    {
        StopReason reason = await _guest.Gdb.StepAsync(cancellation);
        return reason == StopReason.Breakpoint ? await _guest.Gdb.Resume(cancellation) : reason;
    }

    /// <summary>Reads what the guest has used. What it wrote before that moment has been heard when this returns.</summary>
    private async Task<Usage> MeasureAsync(CancellationToken cancellation)
    {
        (long instructions, TimeSpan virtualTime) = await _guest.ClockAsync(cancellation);
        _conversation?.Drain();
        _seen = new Usage(instructions, virtualTime, ConsoleLength(), TraceLength());
        if (_conversation is not null && _conversation.StepsDone != _stepsSeen)
            (_stepsSeen, _typedAt) = (_conversation.StepsDone, _seen);
        return _seen;
    }

    /// <summary>
    /// What counts against the limits. While a guest waits for its partner, instructions and time go by that are the host's doing; so in a
    /// dialogue both are counted anew from each text that is typed.
    /// </summary>
    private Usage Allowed(Usage used) => used with
    {
        Instructions = used.Instructions - _typedAt.Instructions,
        VirtualTime = used.VirtualTime - _typedAt.VirtualTime,
    };

    private long ConsoleLength() => _conversation?.Bytes ?? Length(_folder.File(QemuCommandLine.Console));

    private long TraceLength() => Length(_folder.File(QemuCommandLine.Trace));

    private static async Task<Guest> ConnectAsync(
        QemuProcess process, Socket monitor, Socket debugger, WorkingFolder folder, BootRequest request, CancellationToken cancellation)
    {
        using var connecting = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        Task<Guest> guest = Guest.ConnectAsync(monitor, debugger, folder, request.Machine.IcountShift, connecting.Token);
        if (await Task.WhenAny(guest, process.Exited) != guest)
            await connecting.CancelAsync();
        try
        {
            return await guest;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested && e is OperationCanceledException or IOException or SocketException)
        {
            throw await FailureAsync(process, cancellation);
        }
    }

    private static async Task<MachineException> FailureAsync(QemuProcess process, CancellationToken cancellation)
    {
        string messages = await process.MessagesAsync().WaitAsync(cancellation);
        return new MachineException($"QEMU ended with status {process.ExitStatus}{(messages.Length > 0 ? ": " + messages : "")}");
    }

    private static BootRecord Record(
        BootRequest request, Outcome outcome, Conversation? conversation, byte[] console, byte[] trace, IReadOnlyList<Snapshot> snapshots)
    {
        (Ending ending, Usage used, int? exitValue, Stuck? stuck, string? error) = outcome;
        bool judged = ending is not (Ending.ConsoleFlood or Ending.TraceFlood or Ending.WallClock or Ending.MachineError);
        if (judged && conversation?.Awaited is { } text)
            (ending, error) = (Ending.DialogueStalled, text);

        // A count beyond the limit depends on when the host looked, and says no more than that it was passed; likewise the bytes.
        long instructions = ending == Ending.InstructionLimit ? request.Limits.Instructions : used.Instructions;
        console = Cut(console, used.ConsoleBytes);
        trace = Cut(trace, used.TraceBytes);
        return new BootRecord(request, ending, exitValue, console, trace, instructions, snapshots, stuck, error);
    }

    private static byte[] Cut(byte[] bytes, long length) => length < bytes.Length ? bytes[..(int)length] : bytes;

    private static byte[] Contents(string file, int most)
    {
        if (!File.Exists(file))
            return [];
        using FileStream stream = File.OpenRead(file);
        byte[] bytes = new byte[Math.Min(stream.Length, most)];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static long Length(string file) => new FileInfo(file) is { Exists: true } info ? info.Length : 0;

    /// <summary>How a run ended, before it is put together with what it wrote.</summary>
    private readonly record struct Outcome(Ending Ending, Usage Used, int? ExitValue = null, Stuck? Stuck = null, string? Error = null);
}
