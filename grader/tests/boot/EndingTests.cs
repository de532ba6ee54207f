using Euralios.Grader.Boot;
using NUnit.Framework;
using static Iced.Intel.AssemblerRegisters;

namespace Euralios.Grader.Tests.Boot;

/// <summary>Each way in which a guest comes to an end by itself.</summary>
internal sealed class EndingTests : BootTest
{
    [Test]
    public async Task A_guest_that_reaches_its_end_checkpoint_has_finished_with_all_it_wrote()
    {
        BootRecord record = await BootAsync(c =>
        {
            c.Print(TestCode.Console, "hello\n");
            c.Print(TestCode.Trace, "boot.done n=1\n");
            c.End(-7);
        });

        Assert.That(record.Error, Is.Null);
        Assert.That(record.Ending, Is.EqualTo(Ending.Finished), record.Error);
        Assert.That(record.ExitValue, Is.EqualTo(-7));
        Assert.That(Text(record.Console), Is.EqualTo("hello\n"));
        Assert.That(Text(record.Trace), Is.EqualTo("boot.done n=1\n"));
        Assert.That(record.Instructions, Is.GreaterThan(0));
        Assert.That(record.Stuck, Is.Null);
    }

    [TestCase(0)]
    [TestCase(5)]
    public async Task A_foreign_kernel_leaves_through_the_debug_exit_device(byte value)
    {
        using var kernel = new TestKernel(
            c =>
            {
                c.Print(TestCode.Console, "x");
                c.End(1);
                c.DebugExit(value);
            },
            checkpoints: false);

        BootRecord record = await BootRunner.RunAsync(Request(kernel));

        Assert.That(record.Ending, Is.EqualTo(Ending.DebugExit), record.Error);
        Assert.That(record.ExitValue, Is.EqualTo(value));
        Assert.That(Text(record.Console), Is.EqualTo("x"));
    }

    [Test]
    public async Task A_triple_fault_is_a_reset_with_the_exceptions_that_led_to_it()
    {
        BootRecord record = await BootAsync(c =>
        {
            c.Seed(TestKernel.Data);
            c.Print(TestCode.Trace, "before\n");
            c.TripleFault();
        });

        Assert.That(record.Ending, Is.EqualTo(Ending.Reset), record.Error);
        Assert.That(record.ExitValue, Is.Null);
        Assert.That(Text(record.Trace), Is.EqualTo("before\n"));
        Assert.That(Vectors(record), Is.EqualTo("3 13 8"), "breakpoint, then the empty table, twice");
        Assert.That(record.Stuck!.Exceptions.Select(e => e.InstructionPointer), Is.All.EqualTo(record.Stuck.Place));
        Assert.That(record.Stuck.Exceptions[1].ErrorCode, Is.EqualTo(3 * 8 + 2), "SDM 6.13: the vector as a selector into the IDT");
    }

    [Test]
    public async Task A_page_fault_is_recorded_with_its_address()
    {
        const uint Unmapped = 0x200_0010;
        using TestKernel kernel = TestCode.Long(c => c.mov(__byte_ptr[Unmapped], 1));

        BootRecord record = await BootRunner.RunAsync(Request(kernel));

        ExceptionRecord fault = record.Stuck!.Exceptions[0];
        Assert.That(record.Ending, Is.EqualTo(Ending.Reset), record.Error);
        Assert.That(fault, Is.EqualTo(new ExceptionRecord(14, ErrorCode: 2, TestKernel.LongCode, Unmapped)));
    }

    [Test]
    public async Task A_devices_interrupt_is_no_exception()
    {
        const uint LocalApicLine0 = 0xFEE0_0350, External = 0x700;

        // As on the first PCs, where the timer's vector is also the double fault's.
        BootRecord record = await BootAsync(c =>
        {
            c.EmptyInterruptTable();
            foreach ((byte port, byte value) in new (byte, byte)[] { (0x20, 0x11), (0x21, 8), (0x21, 4), (0x21, 1), (0x21, 0xfe) })
            {
                c.mov(al, value);
                c.@out(port, al);
            }
            c.mov(__dword_ptr[LocalApicLine0], External);
            c.sti();
            c.hlt();
        });

        Assert.That(record.Ending, Is.EqualTo(Ending.Reset), record.Error);
        Assert.That(Vectors(record), Is.EqualTo("13 8"));
    }

    [Test]
    public async Task Halted_with_interrupts_off_is_dead()
    {
        BootRecord record = await BootAsync(c =>
        {
            c.cli();
            c.hlt();
        });

        Assert.That(record.Ending, Is.EqualTo(Ending.Dead), record.Error);
        Assert.That(record.Stuck!.Halted, Is.True);
        Assert.That(record.Stuck.InterruptsEnabled, Is.False);
        Assert.That(record.Stuck.Place, Is.EqualTo(TestKernel.Entry + 7), "behind the halt: 5 + 1 + 1 bytes");
    }

    [Test]
    public async Task A_missing_kernel_is_the_machines_error_in_QEMUs_own_words()
    {
        BootRecord record = await BootRunner.RunAsync(
            new BootRequest("/nowhere/kernel.elf", "", new Machine(), Roomy, Seed));

        Assert.That(record.Ending, Is.EqualTo(Ending.MachineError), record.Error);
        Assert.That(record.Error, Does.Contain("/nowhere/kernel.elf"));
    }

    [Test]
    public async Task A_device_that_QEMU_does_not_know_is_the_machines_error()
    {
        using var kernel = new TestKernel(c => c.End(0));
        BootRequest request = Request(kernel) with { Machine = new Machine(Devices: ["-device", "no-such-device"]) };

        BootRecord record = await BootRunner.RunAsync(request);

        Assert.That(record.Ending, Is.EqualTo(Ending.MachineError), record.Error);
        Assert.That(record.Error, Does.Contain("no-such-device"));
    }

    [Test]
    public async Task Both_kinds_of_firmware_boot([Values] Firmware firmware)
    {
        using var kernel = new TestKernel(c => c.End(4));
        BootRequest request = Request(kernel) with { Machine = new Machine(Firmware: firmware, Devices: ["-netdev user,id=n0", "-device rtl8139,netdev=n0"]) };

        BootRecord record = await BootRunner.RunAsync(request);

        Assert.That(record.ExitValue, Is.EqualTo(4), record.Error);
    }

    private static string Vectors(BootRecord record) => string.Join(' ', record.Stuck!.Exceptions.Select(e => e.Vector));
}
