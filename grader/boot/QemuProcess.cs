using System.Diagnostics;
using System.Text;

namespace Euralios.Grader.Boot;

/// <summary>What a QEMU has to do with the terminal that this process runs on.</summary>
internal enum TerminalUse
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>It reads the keys.</summary>
    Keyboard,

    /// <summary>It draws on the terminal and reads the keys, all of them.</summary>
    Screen,

    /// <summary>Nothing, and Ctrl-C is for another program.</summary>
    Apart,
}

/// <summary>
/// One running QEMU. It is gone after <see cref="DisposeAsync"/> on every path, and where the system can tie a child's life to its parent's,
/// also when this process is killed.
/// </summary>
internal sealed class QemuProcess : IAsyncDisposable
{
    /// <summary>What is kept of its messages; a hostile guest can make QEMU complain without end.</summary>
    private const int MessageLimit = 8192;

    private readonly Process _process;
    private readonly TaskCompletionSource _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly StringBuilder _messages = new();
    private Task _reading = Task.CompletedTask;

    private QemuProcess(Process process) => _process = process;

    /// <summary>Completes when the process has ended.</summary>
    public Task Exited => _exited.Task;

    /// <summary>Its exit status; only after <see cref="Exited"/>.</summary>
    public int ExitStatus => _process.ExitCode;

    /// <summary>Its standard input, where it does not read the terminal's keys.</summary>
    public Stream Input => _process.StandardInput.BaseStream;

    /// <summary>Its standard output, where nobody reads it already.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>Starts QEMU.</summary>
    /// <param name="qemu">Which.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="log">Takes what it writes to standard error, or null to keep the first of it as its messages.</param>
    /// <param name="terminal">What it has to do with the terminal.</param>
    public static async Task<QemuProcess> StartAsync(
        QemuInstallation qemu, IReadOnlyList<string> arguments, Func<StreamReader, Task>? log, TerminalUse terminal = TerminalUse.None)
    {
        string[] command = [.. Launch(qemu, terminal), qemu.Program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = terminal is not (TerminalUse.Keyboard or TerminalUse.Screen),
            RedirectStandardOutput = terminal != TerminalUse.Screen,
            RedirectStandardError = true,
        };

        var running = new QemuProcess(new Process { StartInfo = start });
        await running.LaunchAsync();
        running._reading = log is null ? running.KeepMessagesAsync() : log(running._process.StandardError);
        return running;
    }

    /// <summary>What QEMU wrote to standard error, once it has ended.</summary>
    public async Task<string> MessagesAsync()
    {
        await Exited;
        await _reading;
        return _messages.ToString().Trim();
    }

    public async ValueTask DisposeAsync()
    {
        if (!Exited.IsCompleted)
            _process.Kill();
        await Exited;
        await _reading;
        _process.Dispose();
    }

    private static string[] Launch(QemuInstallation qemu, TerminalUse terminal) => qemu.Launcher is null
        ? []
        : terminal switch
        {
            // Asked to end, it gives the terminal back as it was.
            TerminalUse.Screen => [qemu.Launcher, "--pdeathsig", "TERM"],
            TerminalUse.Keyboard => [qemu.Launcher, "--pdeathsig", "TERM", "setsid"],
            TerminalUse.Apart => [qemu.Launcher, "--pdeathsig", "KILL", "setsid"],
            _ => [qemu.Launcher, "--pdeathsig", "KILL"],
        };

    /// <summary>
    /// The death signal follows the parent <em>thread</em>, and a thread of the pool may retire in the middle of a boot; so a thread of its
    /// own starts the process and stays until it ends.
    /// </summary>
    private Task LaunchAsync()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                _process.Start();
            }
            catch (Exception e)
            {
                started.SetException(e);
                return;
            }
            started.SetResult();
            _process.WaitForExit();
            _exited.SetResult();
        })
        { IsBackground = true, Name = "qemu" }.Start();
        return started.Task;
    }

    private async Task KeepMessagesAsync()
    {
        char[] buffer = new char[1024];
        int count;
        while ((count = await _process.StandardError.ReadAsync(buffer)) > 0)
            _messages.Append(buffer, 0, Math.Min(count, MessageLimit - _messages.Length));
    }
}
