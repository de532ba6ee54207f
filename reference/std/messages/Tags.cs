namespace Euralios.Std;

/// <summary>What messages mean, and what they carry. A program's own tags begin at 256.</summary>
public static class Tags
{
    /// <summary>Offset, greatest length.</summary>
    public const ulong Read = 1;

    /// <summary>Length, memory: to be written, or what was read.</summary>
    public const ulong Write = 2;

    /// <inheritdoc cref="Write"/>
    public const ulong Data = Write;

    /// <summary>A character's code.</summary>
    public const ulong Character = 3;

    /// <summary>Length, memory: the answer to a query.</summary>
    public const ulong Json = 4;

    /// <summary>Length, memory: the screen.</summary>
    public const ulong VideoMemory = 5;

    /// <summary>A handle: the answer to an open.</summary>
    public const ulong CommunicationHandle = 6;

    /// <summary>Asks for a description.</summary>
    public const ulong Query = 7;

    /// <summary>A count: it was done.</summary>
    public const ulong Ok = 8;

    /// <summary>Length, memory: the archive of programs that the first process starts with.</summary>
    public const ulong BootArchive = 9;

    /// <summary>Status, reason and vector: a process has ended.</summary>
    public const ulong Exited = 10;

    /// <summary>Length, memory with the path; what may be done follows in the low bits.</summary>
    public const ulong OpenReadOnly = 16;
    public const ulong OpenReadWrite = 17;
    public const ulong OpenCreate = 19;
    public const ulong OpenOverwrite = 23;

    /// <summary>The sender will not come again.</summary>
    public const ulong Close = 32;

    /// <summary>Length, memory with the path of a file.</summary>
    public const ulong Delete = 33;

    /// <summary>Length, memory: the old path, a zero byte, the new path.</summary>
    public const ulong Rename = 34;

    /// <summary>Length, memory with the path; or nothing, where a file is asked.</summary>
    public const ulong Stat = 35;

    /// <summary>Size in bytes, kind: 0 a file, 1 a directory. The answer to <see cref="Stat"/>.</summary>
    public const ulong Status = 36;

    /// <summary>Where the next write goes; all bits set for the file's end.</summary>
    public const ulong Seek = 37;

    /// <summary>The new size.</summary>
    public const ulong Truncate = 38;

    /// <summary>Length, memory with the path.</summary>
    public const ulong MakeDirectory = 64;

    /// <summary>Length, memory with the path of an empty directory.</summary>
    public const ulong RemoveDirectory = 65;

    /// <summary>There is nothing.</summary>
    public const ulong Empty = 128;

    /// <summary>An <see cref="Std.Error"/>.</summary>
    public const ulong Error = 129;
    public const ulong InvalidFormat = 130;
    public const ulong InvalidUtf8 = 131;
    public const ulong InvalidValue = 132;
    public const ulong UnknownMessage = 133;
    public const ulong Denied = 134;

    /// <summary>Asks a terminal; the answer is OK with columns and rows.</summary>
    public const ulong TerminalSize = 512;

    /// <summary>0: each key is a character. 1: Ctrl-C is an <see cref="Interrupt"/>.</summary>
    public const ulong TerminalMode = 513;

    /// <summary>Asks for a handle from which <see cref="Interrupt"/> comes.</summary>
    public const ulong TerminalInterrupts = 514;

    /// <summary>Ctrl-C was pressed.</summary>
    public const ulong Interrupt = 515;

    /// <summary>Handles for standard input and output: a terminal has somebody in front of it.</summary>
    public const ulong Session = 516;

    /// <summary>To <c>/dev/power</c>: ends the system. The answer is OK.</summary>
    public const ulong PowerOff = 520;

    /// <summary>To a connection: nothing more will be written.</summary>
    public const ulong Shutdown = 528;

    /// <summary>To a connection: ends it at once, for both machines.</summary>
    public const ulong Abort = 529;

    /// <summary>Asks a connection for another handle on it.</summary>
    public const ulong Duplicate = 530;

    /// <summary>
    /// Asks a connection who talks; its answer, once the connection stands: the own and the other end, each address * 2^16 + port.
    /// </summary>
    public const ulong Endpoints = 531;

    /// <summary>The longest wait in microseconds, and the greatest length: reads from a connection.</summary>
    public const ulong Receive = 532;

    /// <summary>Asks a listening handle for the next connection; the answer is a handle, and the other end.</summary>
    public const ulong Accept = 533;

    /// <summary>
    /// Bytes and the longest wait in microseconds: sends an echo request. The answer: the microseconds until the reply, and its time to live.
    /// </summary>
    public const ulong Echo = 534;

    /// <summary>To a connection: which of its options (see <c>handouts/protocols.md</c>), and a value.</summary>
    public const ulong SocketOption = 535;
}
