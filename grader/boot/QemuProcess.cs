using System.Diagnostics;
using System.Text;

namespace Euralios.Grader.Boot;

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

    /// <summary>Starts QEMU.</summary>
    /// <param name="qemu">Which.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="log">Takes what it writes to standard error, or null to keep the first of it as its messages.</param>
    public static async Task<QemuProcess> StartAsync(QemuInstallation qemu, IReadOnlyList<string> arguments, Func<StreamReader, Task>? log)
    {
        var start = new ProcessStartInfo(qemu.Launcher ?? qemu.Program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (qemu.Launcher is not null)
        {
            foreach (string argument in new[] { "--pdeathsig", "KILL", qemu.Program })
                start.ArgumentList.Add(argument);
        }
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);

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
