namespace Euralios.Grader.Boot;

/// <summary>How a boot ended.</summary>
public enum Ending
{
    /// <summary>
    /// The kit's own code in the guest reached its end checkpoint; or, in a dialogue whose last step types nothing, that step's text came.
    /// </summary>
    Finished,

    /// <summary>The guest left through the debug-exit device.</summary>
    DebugExit,

    /// <summary>The guest powered off or was reset, which with <c>-no-reboot</c> is how a triple fault shows.</summary>
    Reset,

    /// <summary>More guest instructions than allowed, while running: a loop.</summary>
    InstructionLimit,

    /// <summary>More virtual time than allowed: the guest waits for something that never comes.</summary>
    VirtualTimeLimit,

    /// <summary>Halted with interrupts off: it can never wake up.</summary>
    Dead,

    /// <summary>More bytes on COM1 than allowed.</summary>
    ConsoleFlood,

    /// <summary>More bytes on COM2 than allowed.</summary>
    TraceFlood,

    /// <summary>The dialogue's text did not come before the guest went idle or ended.</summary>
    DialogueStalled,

    /// <summary>The safety net: the host's clock ran out. Says nothing about the guest.</summary>
    WallClock,

    /// <summary>The kit's peer on the network failed, which says nothing about the guest; <see cref="BootRecord.Error"/> says how.</summary>
    PeerFailed,

    /// <summary>QEMU itself failed to start or died; <see cref="BootRecord.Error"/> says how.</summary>
    MachineError,
}

/// <summary>A region of guest memory that the kernel published in its inspection table, as it was at a checkpoint.</summary>
/// <param name="Type">What it is; the numbers are those of <c>reference/kernel/inspect</c>.</param>
/// <param name="Version">The layout's version.</param>
/// <param name="Index">Which one, where there are several of a type (a tree's level, for instance).</param>
/// <param name="Address">Its virtual address in the guest.</param>
/// <param name="Bytes">Its contents.</param>
public sealed record MemoryRegion(uint Type, ushort Version, ushort Index, ulong Address, byte[] Bytes);

/// <summary>What was read from outside while the guest stood still at an inspection checkpoint.</summary>
/// <param name="Name">The checkpoint's name, given by the guest's kit code.</param>
/// <param name="Argument">A number that the kit code passed along.</param>
/// <param name="Instructions">Guest instructions so far.</param>
/// <param name="Registers">The processor's registers by their gdb names, for instance <c>rip</c>, <c>cr3</c>.</param>
/// <param name="Regions">The published regions.</param>
public sealed record Snapshot(
    string Name,
    ulong Argument,
    long Instructions,
    IReadOnlyDictionary<string, ulong> Registers,
    IReadOnlyList<MemoryRegion> Regions);

/// <summary>Where the guest was when it was ended from outside, for a diagnosis in words.</summary>
/// <param name="Place">An address in the innermost call that the guest did not return from while it was watched: the same method however long
/// the host took to look. For a guest that stands still, RIP.</param>
/// <param name="Halted">The processor stood in <c>hlt</c>.</param>
/// <param name="InterruptsEnabled">RFLAGS.IF.</param>
/// <param name="Exceptions">The last processor exceptions of a reset or dead guest, oldest first.</param>
public sealed record Stuck(
    ulong Place,
    bool Halted,
    bool InterruptsEnabled,
    IReadOnlyList<ExceptionRecord> Exceptions);

/// <summary>One processor exception.</summary>
/// <param name="Vector">0 to 31 (SDM volume 3, table 6-1).</param>
/// <param name="ErrorCode">The error code, 0 where the vector has none.</param>
/// <param name="InstructionPointer">The address it happened at.</param>
/// <param name="FaultAddress">CR2 for a page fault, else 0.</param>
public sealed record ExceptionRecord(int Vector, ulong ErrorCode, ulong InstructionPointer, ulong FaultAddress);

/// <summary>What a boot left behind. Checks judge this value and nothing else.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="Ending">How it ended.</param>
/// <param name="ExitValue">The value the guest gave at its end checkpoint or wrote to the debug-exit port; null otherwise.</param>
/// <param name="Console">COM1's bytes.</param>
/// <param name="Trace">COM2's bytes.</param>
/// <param name="Instructions">
/// Guest instructions: exact at the end checkpoint, at a reset and when dead; the limit itself at <see cref="Boot.Ending.InstructionLimit"/>; 0 after
/// a debug exit, where QEMU takes the count with it; otherwise the last count seen.
/// </param>
/// <param name="Snapshots">What was read at inspection checkpoints, in order.</param>
/// <param name="Stuck">Set when the guest was ended from outside or triple-faulted.</param>
/// <param name="Error">QEMU's own message for <see cref="Boot.Ending.MachineError"/>, or the peer's; the awaited text for a stalled dialogue.</param>
public sealed record BootRecord(
    BootRequest Request,
    Ending Ending,
    int? ExitValue,
    byte[] Console,
    byte[] Trace,
    long Instructions,
    IReadOnlyList<Snapshot> Snapshots,
    Stuck? Stuck,
    string? Error)
{
    /// <summary>What was on the wire, where there was one.</summary>
    public NetworkRecord? Network { get; init; }
}
