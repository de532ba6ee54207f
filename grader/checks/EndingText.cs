using System.Globalization;
using Euralios.Grader.Boot;
using Euralios.Grader.Tracing;

namespace Euralios.Grader.Checks;

/// <summary>How a boot ended, in words that tell a student where to look.</summary>
public static class EndingText
{
    private const int ShownExceptions = 5;

    private static readonly string[] ExceptionNames =
    [
        "divide error", "debug", "non-maskable interrupt", "breakpoint", "overflow", "bound range exceeded", "invalid opcode",
        "device not available", "double fault", "coprocessor segment overrun", "invalid TSS", "segment not present", "stack fault",
        "general protection fault", "page fault", "reserved", "floating-point error", "alignment check", "machine check",
        "SIMD floating-point error", "virtualization", "control protection",
    ];

    /// <summary>One line, for instance <c>the kernel loops at Uart.Transmit (Uart.cs:41)</c>.</summary>
    /// <param name="record">The boot.</param>
    /// <param name="symbolize">Turns an address into <c>Method (File.cs:line)</c>, or null.</param>
    public static string Describe(BootRecord record, Func<ulong, string?> symbolize)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(symbolize);
        var place = new Places(symbolize);
        var who = Who(record);
        var words = record.Ending switch
        {
            Ending.Finished => $"{who} finished",
            Ending.DebugExit => $"{who} left through the debug-exit device with value {record.ExitValue ?? 0}",
            Ending.Reset => DescribeReset(record.Stuck, place),
            Ending.InstructionLimit => DescribeLoop(record, place, who),
            Ending.VirtualTimeLimit when record.Stuck is { Halted: false } => DescribeLoop(record, place, who),
            Ending.VirtualTimeLimit => $"{who} waits for something that never comes{In(record.Stuck, place)}",
            Ending.Dead => $"{who} halted with interrupts off{At(record.Stuck, place)}: it can never wake up",
            Ending.ConsoleFlood => $"{who} writes to the console without end{In(record.Stuck, place)}",
            Ending.TraceFlood => $"{who} writes trace events without end{In(record.Stuck, place)}",
            Ending.DialogueStalled => $"{who} never printed `{record.Error}`{In(record.Stuck, place)}",
            Ending.WallClock => $"this machine was too slow to finish the boot, which says nothing about {who}: run it again",
            Ending.MachineError => $"QEMU failed, which says nothing about {who}: {record.Error}",
            Ending.PeerFailed => $"the kit's own peer on the network failed, which says nothing about {who}: {record.Error}",
            _ => $"the boot ended in an unknown way ({record.Ending})",
        };
        var aboutTheKernel = record.Ending is not (Ending.Finished or Ending.WallClock or Ending.MachineError or Ending.PeerFailed);
        var silent = aboutTheKernel && record.Console.Length == 0 && record.Trace.Length == 0;
        return Printable.Line(silent ? words + ", before it wrote anything" : words, CheckRunner.MaximumLineLength);
    }

    /// <summary>The last processor exceptions, a line for each; empty when there were none.</summary>
    /// <param name="record">The boot.</param>
    /// <param name="symbolize">Turns an address into <c>Method (File.cs:line)</c>, or null.</param>
    public static IReadOnlyList<string> Exceptions(BootRecord record, Func<ulong, string?> symbolize)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(symbolize);
        var place = new Places(symbolize);
        return [.. (record.Stuck?.Exceptions ?? []).TakeLast(ShownExceptions).Select(exception => "last exceptions: " + Describe(exception, place))];
    }

    /// <summary>Whom an ending is about: a graded kernel, or a program that runs on the reference's.</summary>
    private static string Who(BootRecord record) => record.Request.Archive is null ? "the kernel"
        : record.Stuck is { Halted: false } stuck && BootRequest.IsProgramAddress(stuck.Place) ? "the program"
        : "the system";

    private static string DescribeReset(Stuck? stuck, Places place) => stuck is { Exceptions: [.., var last] }
        ? $"triple fault after {Describe(RootCause(stuck.Exceptions, last), place)}"
        : "the machine was reset or powered off";

    /// <summary>A triple fault ends in a double fault; what caused it is the exception before, and that is what a student can mend.</summary>
    private static ExceptionRecord RootCause(IReadOnlyList<ExceptionRecord> exceptions, ExceptionRecord last) =>
        last.Vector == 8 && exceptions.Count > 1 ? exceptions[^2] : last;

    private static string DescribeLoop(BootRecord record, Places place, string who) => string.Create(
        CultureInfo.InvariantCulture,
        $"{who} loops{In(record.Stuck, place)}: stopped after {record.Request.Limits.Instructions:N0} instructions");

    private static string At(Stuck? stuck, Places place) => stuck is null ? "" : $" at {place.Of(stuck.Place)}";

    private static string In(Stuck? stuck, Places place) => stuck is null ? "" : $" in {place.MethodOf(stuck.Place)}";

    private static string Describe(ExceptionRecord exception, Places place)
    {
        var name = exception.Vector < ExceptionNames.Length ? ExceptionNames[exception.Vector] : "exception";
        var code = exception.ErrorCode == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", error code 0x{exception.ErrorCode:x}");
        var address = exception.Vector == 14 ? string.Create(CultureInfo.InvariantCulture, $", address 0x{exception.FaultAddress:x}") : "";
        return $"exception {exception.Vector} ({name}{code}{address}) at {place.Of(exception.InstructionPointer)}";
    }

    /// <summary>Addresses as places in the source.</summary>
    private sealed class Places(Func<ulong, string?> symbolize)
    {
        public string Of(ulong address) => symbolize(address) ?? string.Create(CultureInfo.InvariantCulture, $"0x{address:x}");

        /// <summary>The method alone: on which of a loop's lines the guest was stopped depends on the moment.</summary>
        public string MethodOf(ulong address) => Of(address).Split(" (")[0];
    }
}
