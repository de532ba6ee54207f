using System.Text;
using Euralios.Sdk.Build;

namespace Euralios.Grader.Boot;

/// <summary>How a boot for a person ended.</summary>
/// <param name="Status">QEMU's exit status.</param>
/// <param name="Messages">What QEMU itself said, unless it was passed on.</param>
public sealed record PersonBootEnd(int Status, string Messages)
{
    /// <summary>The kernel powered the machine off.</summary>
    public bool IsPowerOff => Status == 33;

    /// <summary>The kernel panicked, and has said so on its console.</summary>
    public bool IsPanic => Status == 35;

    /// <summary>With <c>-no-reboot</c> a reset is an orderly end of QEMU.</summary>
    public bool IsReset => Status == 0;
}

/// <summary>What is typed where nobody sits at a keyboard.</summary>
/// <param name="After">Text on the console that asks for it.</param>
/// <param name="Keys">The keys.</param>
public sealed record TypedText(string After, string Keys)
{
    /// <summary>Nothing is typed.</summary>
    public static TypedText Nothing { get; } = new("\0", "");
}

/// <summary>A boot for a person and not for a verdict: keys reach the guest as they are typed, and the guest's time is the host's.</summary>
public static class PersonBoot
{
    private const int PieceSize = 4096;

    /// <summary>Boots a kernel on a serial terminal and follows it to its end.</summary>
    /// <param name="machine">The machine. Its instructions are not counted.</param>
    /// <param name="image">The kernel.</param>
    /// <param name="archive">The programs' archive, or null for a kernel alone.</param>
    /// <param name="commandLine">The kernel's command line.</param>
    /// <param name="typed">What is typed; null where QEMU takes over the terminal on our standard input, in its raw mode.</param>
    /// <param name="console">Receives what comes on COM1, piece by piece.</param>
    /// <param name="trace">Receives what comes on COM2 and QEMU's own messages, piece by piece; null when nobody wants to see it.</param>
    /// <param name="cancellation">Ends the machine.</param>
    /// <exception cref="ToolMissingException">QEMU is not installed, or too old.</exception>
    public static async Task<PersonBootEnd> RunAsync(
        Machine machine,
        string image,
        string? archive,
        string commandLine,
        TypedText? typed,
        Action<ReadOnlyMemory<byte>> console,
        Action<ReadOnlyMemory<byte>>? trace,
        CancellationToken cancellation)
    {
        QemuInstallation qemu = await QemuInstallation.FindAsync(cancellation);
        await using QemuProcess process = await QemuProcess.StartAsync(
            qemu,
            QemuCommandLine.ForPerson(machine, image, archive, commandLine, trace is not null),
            trace is null ? null : reader => PassAsync(reader.BaseStream, trace, CancellationToken.None),
            typed is null ? TerminalUse.Keyboard : TerminalUse.None);
        if (typed is not null)
            console = new Typist(typed, process.Input, console).Hear;
        await PassAsync(process.Output, console, cancellation);
        await process.Exited.WaitAsync(cancellation);
        return new(process.ExitStatus, await process.MessagesAsync());
    }

    /// <summary>Boots a kernel with a screen and a keyboard, and follows it to its end.</summary>
    /// <param name="machine">The machine. Its instructions are not counted.</param>
    /// <param name="image">The kernel.</param>
    /// <param name="archive">The programs' archive.</param>
    /// <param name="window">QEMU opens a window; otherwise it draws on the terminal.</param>
    /// <param name="cancellation">Ends the machine.</param>
    /// <exception cref="ToolMissingException">QEMU is not installed, or too old.</exception>
    public static async Task<PersonBootEnd> ShowAsync(Machine machine, string image, string? archive, bool window, CancellationToken cancellation)
    {
        QemuInstallation qemu = await QemuInstallation.FindAsync(cancellation);
        await using QemuProcess process = await QemuProcess.StartAsync(
            qemu, QemuCommandLine.ForScreen(machine, image, archive, "", window), null, window ? TerminalUse.None : TerminalUse.Screen);
        await process.Exited.WaitAsync(cancellation);
        return new(process.ExitStatus, await process.MessagesAsync());
    }

    internal static async Task PassAsync(Stream from, Action<ReadOnlyMemory<byte>> to, CancellationToken cancellation)
    {
        byte[] piece = new byte[PieceSize];
        int count;
        while ((count = await from.ReadAsync(piece, cancellation)) > 0)
            to(piece.AsMemory(0, count));
    }

    /// <summary>Types when the console has asked for it, once.</summary>
    private sealed class Typist(TypedText typed, Stream keyboard, Action<ReadOnlyMemory<byte>> console)
    {
        private readonly byte[] _after = Encoding.UTF8.GetBytes(typed.After);

        // The end of what was heard, in which the text may have begun; null when all is typed.
        private byte[]? _heard = [];

        public void Hear(ReadOnlyMemory<byte> piece)
        {
            console(piece);
            if (_heard is null)
                return;
            _heard = [.. _heard, .. piece.Span];
            if (_heard.AsSpan().IndexOf(_after) < 0)
            {
                _heard = _heard[^Math.Min(_heard.Length, _after.Length)..];
                return;
            }

            _heard = null;
            try
            {
                keyboard.Write(Encoding.UTF8.GetBytes(typed.Keys));
                keyboard.Flush();
            }
            catch (IOException)
            {
                // The machine is gone already; how it ended is told apart from this.
            }
        }
    }
}
