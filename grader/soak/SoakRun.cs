using System.Net.Sockets;
using Euralios.Grader.Boot;

namespace Euralios.Grader.Soak;

/// <summary>
/// The system in use for long: two users, one at the serial terminal and one at keyboard and screen, do what comes to their minds. From time to time they
/// put everything away and look at what the system uses: nothing may grow.
/// </summary>
public sealed class SoakRun : IAsyncDisposable
{
    /// <summary>An instruction takes 256 ns: the machine is a slow one, so that an hour of its time is minutes of the host's.</summary>
    public const int IcountShift = 8;

    /// <summary>So many rounds are left out of the comparison: what is made at first use is there then.</summary>
    public const int WarmUpRounds = 2;

    private const int ActionsInRound = 12;

    /// <summary>So many lines of the serial terminal are told of a failure.</summary>
    private const int LinesTold = 25;

    /// <summary>How long a screen is waited for that is read for a failure's report, in the host's time.</summary>
    private static readonly TimeSpan _lastLook = TimeSpan.FromSeconds(5);

    private readonly AttendedMachine _machine;
    private readonly int _seed;
    private readonly SoakUser _serial, _screen;
    private DateTime _begin;

    private SoakRun(AttendedMachine machine, int seed)
    {
        (_machine, _seed) = (machine, seed);
        _serial = new SoakUser(new SerialSeat(machine.Serial));
        _screen = new SoakUser(new ScreenSeat(machine));
    }

    /// <summary>Switches a machine on, logs both users in and gives one of them a password.</summary>
    /// <param name="image">The kernel.</param>
    /// <param name="archive">The programs' archive.</param>
    /// <param name="seed">From which all choices come.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SoakException">Something that should have come did not.</exception>
    public static async Task<SoakRun> StartAsync(string image, string archive, int seed, CancellationToken cancellation)
    {
        AttendedMachine machine = await AttendedMachine.StartAsync(new(128, IcountShift), image, archive, cancellation);
        var run = new SoakRun(machine, seed);
        try
        {
            await run.ExplainAsync(run.BeginAsync);
            return run;
        }
        catch
        {
            await run.DisposeAsync();
            throw;
        }
    }

    /// <summary>What was entered since the last quiet point, at the serial terminal and at the screen.</summary>
    public IReadOnlyList<string> Since =>
        [.. _serial.Done.Select(line => $"serial: {line}"), .. _screen.Done.Select(line => $"screen: {line}")];

    /// <summary>A round: both users are at work, each with what follows from the seed and the round's number; then all is put away, and looked at.</summary>
    /// <exception cref="SoakException">Something that should have come did not.</exception>
    public async Task<QuietPoint> RoundAsync(int number, CancellationToken cancellation)
    {
        QuietPoint? point = null;
        await ExplainAsync(async () => point = await PlayAsync(number, cancellation));
        return point!;
    }

    /// <summary>The round's figures are good.</summary>
    public void Forget()
    {
        _serial.Forget();
        _screen.Forget();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _machine.DisposeAsync();

    private async Task<QuietPoint> PlayAsync(int number, CancellationToken cancellation)
    {
        _serial.Random = new Random(HashCode(number, 1));
        _screen.Random = new Random(HashCode(number, 2));
        await BothAsync(user => WorkAsync(user, isFirst: number == 0, cancellation));
        await BothAsync(user => user.LeaveAsync());
        await Task.WhenAll(_serial.LogInAsync("root"), _screen.LogInAsync("user"));

        // What has ended gives its memory back in steps.
        string output = await _serial.RunAsync("sleep 1; free; ps");
        (long instructions, DateTime time) = await _machine.ClockAsync(cancellation);
        return new(number, time - _begin, instructions, _serial.Entered + _screen.Entered, SystemFigures.Parse(output));
    }

    private async Task BeginAsync()
    {
        (_, _begin) = await _machine.ClockAsync();
        await _machine.Serial.WaitAsync(SoakUser.LoginPrompt);
        await _serial.LogInAsync("root");
        _serial.Note("passwd user");
        await _serial.Seat.TypeAsync("passwd user\n");
        await _serial.Seat.WaitForTextAsync("New password: ");
        await _serial.Seat.TypeAsync(SoakUser.Password + "\n");
        await _serial.Seat.WaitForTextAsync("Once more: ");
        await _serial.Seat.TypeAsync(SoakUser.Password + "\n");
        await _serial.Seat.WaitForPromptAsync(_serial.Prompt);
        await _screen.LogInAsync("user");
    }

    private static async Task WorkAsync(SoakUser user, bool isFirst, CancellationToken cancellation)
    {
        if (isFirst)
            await SoakActions.EachAsync(user);
        for (int i = 0; i < ActionsInRound; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            await SoakActions.AnyAsync(user);
        }
    }

    /// <summary>Adds to whatever goes wrong with the machine what a person needs who wants to know why.</summary>
    private async Task ExplainAsync(Func<Task> what)
    {
        try
        {
            await what();
        }
        catch (Exception exception) when (exception is MachineException or TimeoutException or IOException or SocketException)
        {
            string[] heard = _machine.Serial.Heard.TrimEnd().Split('\n');
            throw new SoakException(exception.Message, Since, string.Join('\n', heard.TakeLast(LinesTold)), await LookAsync(), exception);
        }
    }

    private async Task<string> LookAsync()
    {
        using var patience = new CancellationTokenSource(_lastLook);
        try
        {
            return (await _machine.Screen.ReadAsync(patience.Token)).Text;
        }
        catch (Exception exception) when (exception is MachineException or IOException or SocketException or OperationCanceledException)
        {
            return $"(not to be read: {exception.Message})";
        }
    }

    private Task BothAsync(Func<SoakUser, Task> what) => Task.WhenAll(what(_serial), what(_screen));

    private int HashCode(int round, int seat) => unchecked((((_seed * 31) + round) * 31) + seat);
}
