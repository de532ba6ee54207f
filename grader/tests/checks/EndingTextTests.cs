using Euralios.Grader.Boot;
using Euralios.Grader.Checks;

namespace Euralios.Grader.Tests.Checks;

/// <summary>The words for each way in which a boot ends.</summary>
[TestFixture]
public sealed class EndingTextTests
{
    private static readonly ExceptionRecord PageFault = new(14, 2, 0x2005, 0xDEAD);
    private static readonly ExceptionRecord DoubleFault = new(8, 0, 0x2005, 0);

    private static readonly object[] Endings =
    [
        new object[] { FakeLab.Boot("", console: "x"), "the kernel finished" },
        new object[] { Boot(Ending.Dead, At(0x1007)), "the kernel halted with interrupts off at Kernel.Method1 (Kernel.cs:7): it can never wake up" },
        new object[] { Boot(Ending.Dead, At(0x10)), "the kernel halted with interrupts off at 0x10: it can never wake up" },
        new object[] { Boot(Ending.InstructionLimit, null), "the kernel loops: stopped after 1,000 instructions" },
        new object[] { Boot(Ending.InstructionLimit, At(0x2001)), "the kernel loops in Kernel.Method2: stopped after 1,000 instructions" },
        new object[] { Boot(Ending.VirtualTimeLimit, At(0x2001) with { Halted = false }), "the kernel loops in Kernel.Method2: stopped after 1,000 instructions" },
        new object[] { Boot(Ending.Reset, null), "the machine was reset or powered off" },
        new object[] { Boot(Ending.Reset, At(0) with { Exceptions = [PageFault] }), "triple fault after exception 14 (page fault, error code 0x2, address 0xdead) at Kernel.Method2 (Kernel.cs:5)" },
        new object[] { Boot(Ending.Reset, At(0) with { Exceptions = [PageFault, DoubleFault] }), "triple fault after exception 14 (page fault, error code 0x2, address 0xdead) at Kernel.Method2 (Kernel.cs:5)" },
        new object[] { Boot(Ending.VirtualTimeLimit, At(0x1007)), "the kernel waits for something that never comes in Kernel.Method1" },
        new object[] { Boot(Ending.ConsoleFlood, At(0x1007)), "the kernel writes to the console without end in Kernel.Method1" },
        new object[] { Boot(Ending.TraceFlood, null), "the kernel writes trace events without end" },
        new object[] { FakeLab.Boot("", Ending.DialogueStalled, null, "x", "ready\u001b"), "the kernel never printed `ready\\x1b`" },
        new object[] { FakeLab.Boot("", Ending.Dead), "the kernel halted with interrupts off: it can never wake up, before it wrote anything" },
        new object[] { FakeLab.Boot("", Ending.WallClock), "this machine was too slow to finish the boot, which says nothing about the kernel: run it again" },
        new object[] { FakeLab.Boot("", Ending.MachineError, error: "no such file"), "QEMU failed, which says nothing about the kernel: no such file" },
        new object[] { Boot(Ending.DebugExit, null), "the kernel left through the debug-exit device with value 0" },
    ];

    [TestCaseSource(nameof(Endings))]
    public void An_ending_in_words(BootRecord record, string words) => Assert.That(EndingText.Describe(record, FakeLab.Symbolize), Is.EqualTo(words));

    [Test]
    public void Every_ending_has_words() =>
        Assert.That(Enum.GetValues<Ending>().Select(ending => EndingText.Describe(Boot(ending, null), FakeLab.Symbolize)), Has.None.Contains("unknown").And.Unique);

    private static BootRecord Boot(Ending ending, Stuck? stuck) => FakeLab.Boot("", ending, stuck, console: "x");

    private static Stuck At(ulong address) => new(address, Halted: true, InterruptsEnabled: false, []);
}
