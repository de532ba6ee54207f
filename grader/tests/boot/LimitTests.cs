using Euralios.Grader.Boot;
using NUnit.Framework;
using static Iced.Intel.AssemblerRegisters;

namespace Euralios.Grader.Tests.Boot;

/// <summary>Each limit, and that it is exact: judged by what was used, and not by who came first.</summary>
internal sealed class LimitTests : BootTest
{
    [Test]
    public async Task A_loop_ends_at_the_instruction_limit_and_shows_where_it_loops()
    {
        BootRecord record = await BootAsync(c => c.Loop(), Roomy with { Instructions = 1_000_000 });

        Assert.That(record.Ending, Is.EqualTo(Ending.InstructionLimit), record.Error);
        Assert.That(record.Instructions, Is.EqualTo(1_000_000));
        Assert.That(record.Stuck!.Place, Is.EqualTo(TestKernel.Entry + 5), "the jump, behind the stack's set-up");
        Assert.That(record.Stuck.Halted, Is.False);
    }

    [Test]
    public async Task The_instruction_limit_is_exact_even_when_the_guest_finishes_before_anybody_looks()
    {
        using var kernel = new TestKernel(c => c.End(0));
        long used = (await BootRunner.RunAsync(Request(kernel))).Instructions;

        BootRecord enough = await BootRunner.RunAsync(Request(kernel, Roomy with { Instructions = used }));
        BootRecord tooFew = await BootRunner.RunAsync(Request(kernel, Roomy with { Instructions = used - 1 }));

        Assert.That(enough.Ending, Is.EqualTo(Ending.Finished));
        Assert.That(tooFew.Ending, Is.EqualTo(Ending.InstructionLimit));
        Assert.That(tooFew.ExitValue, Is.Null);
    }

    [Test]
    public async Task The_virtual_time_limit_holds_even_when_the_guest_finishes_before_anybody_looks()
    {
        // Sixty thousand instructions of firmware at 32 ns are nearly 2 ms.
        using var kernel = new TestKernel(c => c.End(0));

        BootRecord enough = await BootRunner.RunAsync(Request(kernel, Roomy with { VirtualTime = TimeSpan.FromMilliseconds(200) }));
        BootRecord tooLittle = await BootRunner.RunAsync(Request(kernel, Roomy with { VirtualTime = TimeSpan.FromMilliseconds(1) }));

        Assert.That(enough.Ending, Is.EqualTo(Ending.Finished), enough.Error);
        Assert.That(tooLittle.Ending, Is.EqualTo(Ending.VirtualTimeLimit), tooLittle.Error);
    }

    [Test]
    public async Task A_guest_that_sleeps_for_ever_ends_at_the_virtual_time_limit()
    {
        BootRecord record = await BootAsync(c => c.Idle(), Roomy with { VirtualTime = TimeSpan.FromSeconds(2) });

        Assert.That(record.Ending, Is.EqualTo(Ending.VirtualTimeLimit), record.Error);
        Assert.That(record.Stuck!.Halted, Is.True);
        Assert.That(record.Stuck.InterruptsEnabled, Is.True);
    }

    [Test]
    public async Task A_guest_that_sleeps_without_any_timer_ends_too_although_time_stands()
    {
        BootRecord record = await BootAsync(c =>
        {
            c.mov(al, 0x30);            // timer channel 0: one shot
            c.@out(0x43, al);
            c.mov(al, 1);
            c.@out(0x40, al);
            c.@out(0x40, al);
            c.Idle();
        }, Roomy with { VirtualTime = TimeSpan.MaxValue });

        Assert.That(record.Ending, Is.EqualTo(Ending.VirtualTimeLimit), record.Error);
    }

    [Test]
    public async Task A_flood_is_cut_exactly([Values(TestCode.Console, TestCode.Trace)] ushort port, [Values] bool endless)
    {
        const int Limit = 3000;
        BootRecord record = await BootAsync(
            c =>
            {
                c.Flood(port, endless ? null : Limit + 1);
                c.End(0);
            },
            Roomy with { ConsoleBytes = Limit, TraceBytes = Limit });

        Assert.That(record.Ending, Is.EqualTo(port == TestCode.Console ? Ending.ConsoleFlood : Ending.TraceFlood), record.Error);
        Assert.That(port == TestCode.Console ? record.Console : record.Trace, Is.EqualTo(Counting(Limit)));
        Assert.That(record.ExitValue, Is.Null);
    }

    [Test]
    public async Task Output_up_to_the_limit_is_no_flood()
    {
        const int Limit = 3000;
        BootRecord record = await BootAsync(
            c =>
            {
                c.Flood(TestCode.Console, Limit);
                c.Flood(TestCode.Trace, Limit);
                c.End(0);
            },
            Roomy with { ConsoleBytes = Limit, TraceBytes = Limit });

        Assert.That(record.Ending, Is.EqualTo(Ending.Finished), record.Error);
        Assert.That(record.Console, Is.EqualTo(Counting(Limit)));
        Assert.That(record.Trace, Is.EqualTo(Counting(Limit)));
    }

    [Test]
    public async Task A_limit_that_was_passed_before_the_guest_left_or_died_counts([Values] bool dies)
    {
        BootRecord record = await BootAsync(
            c =>
            {
                c.Flood(TestCode.Console, 200);
                if (!dies)
                    c.TripleFault();
            },
            Roomy with { ConsoleBytes = 100 });

        Assert.That(record.Ending, Is.EqualTo(Ending.ConsoleFlood), record.Error);
        Assert.That(record.Console, Is.EqualTo(Counting(100)));
    }

    [Test]
    public async Task The_wall_clock_is_the_safety_net()
    {
        BootRecord record = await BootAsync(
            c => c.Loop(), Roomy with { Instructions = long.MaxValue, VirtualTime = TimeSpan.MaxValue, WallClock = TimeSpan.FromMilliseconds(300) });

        Assert.That(record.Ending, Is.EqualTo(Ending.WallClock), record.Error);
        Assert.That(record.Stuck, Is.Null);
    }
}
