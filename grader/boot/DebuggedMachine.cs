using Euralios.Sdk.Build;
using System.Net.Sockets;

namespace Euralios.Grader.Boot;

/// <summary>A machine that stands before its first instruction and waits for gdb. It ends with this object.</summary>
public sealed class DebuggedMachine : IAsyncDisposable
{
    private readonly WorkingFolder _folder;
    private readonly QemuProcess _process;
    private readonly Socket _connection;
    private readonly Task _output;

    private DebuggedMachine(WorkingFolder folder, QemuProcess process, Socket connection, Task output) =>
        (_folder, _process, _connection, _output) = (folder, process, connection, output);

    /// <summary>The path of the socket for gdb's <c>target remote</c>.</summary>
    public string DebuggerSocket => _folder.File(QemuCommandLine.Debugger);

    /// <summary>Starts the machine.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="image">The kernel.</param>
    /// <param name="archive">The programs' archive, or null for a kernel alone.</param>
    /// <param name="commandLine">The kernel's command line.</param>
    /// <param name="output">Receives what comes on COM1 and COM2, and QEMU's own messages, piece by piece.</param>
    /// <param name="cancellation">Gives up waiting for the start.</param>
    /// <exception cref="ToolMissingException">QEMU is not installed, or too old.</exception>
    /// <exception cref="IOException">QEMU does not start.</exception>
    public static async Task<DebuggedMachine> StartAsync(
        Machine machine, string image, string? archive, string commandLine, Action<ReadOnlyMemory<byte>> output, CancellationToken cancellation)
    {
        QemuInstallation qemu = await QemuInstallation.FindAsync(cancellation);
        var folder = new WorkingFolder();
        QemuProcess? process = null;
        try
        {
            Socket listener = folder.Listen(QemuCommandLine.Ready);
            process = await QemuProcess.StartAsync(
                qemu,
                QemuCommandLine.ForDebugger(machine, image, archive, commandLine, folder),
                reader => PersonBoot.PassAsync(reader.BaseStream, output, CancellationToken.None),
                TerminalUse.Apart);
            Task<Socket> connection = listener.AcceptAsync(cancellation).AsTask();
            if (await Task.WhenAny(connection, process.Exited) != connection)
                throw new IOException($"QEMU ended with status {process.ExitStatus}.");
            return new(folder, process, await connection, PersonBoot.PassAsync(process.Output, output, CancellationToken.None));
        }
        catch
        {
            if (process is not null)
                await process.DisposeAsync();
            folder.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _process.DisposeAsync();
        await _output;
        _connection.Dispose();
        _folder.Dispose();
    }
}
