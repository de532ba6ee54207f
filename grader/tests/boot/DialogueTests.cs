using Euralios.Grader.Boot;
using Iced.Intel;
using NUnit.Framework;
using static Iced.Intel.AssemblerRegisters;

namespace Euralios.Grader.Tests.Boot;

/// <summary>Conversations over COM1 with a guest that prompts, echoes a line, and says goodbye.</summary>
internal sealed class DialogueTests : BootTest
{
    [Test]
    public async Task What_is_typed_arrives_and_what_is_said_is_recorded()
    {
        BootRecord record = await BootAsync(PromptAndEcho, dialogue: [new("login: ", "root\n"), new("bye", "")]);

        Assert.That(record.Ending, Is.EqualTo(Ending.Finished), record.Error);
        Assert.That(Text(record.Console), Does.StartWith("login: root\nbye"));
    }

    [Test]
    public async Task A_guest_may_go_on_to_its_own_end()
    {
        BootRecord record = await BootAsync(PromptAndEcho, dialogue: [new("login: ", "root\n")]);

        Assert.That(record.Ending, Is.EqualTo(Ending.Finished), record.Error);
        Assert.That(record.ExitValue, Is.EqualTo(9));
        Assert.That(Text(record.Console), Is.EqualTo("login: root\nbye"));
    }

    [Test]
    public async Task Each_text_is_sought_behind_the_one_before()
    {
        BootRecord record = await BootAsync(PromptAndEcho, dialogue: [new("login: ", "login: \n"), new("login: ", ""), new("login: ", "")]);

        Assert.That(record.Ending, Is.EqualTo(Ending.DialogueStalled), "there is one echo, and the first prompt is used up");
        Assert.That(record.Error, Is.EqualTo("login: "));
        Assert.That(Text(record.Console), Is.EqualTo("login: login: \nbye"));
    }

    [Test]
    public async Task A_text_that_does_not_come_before_the_guest_ends_dies_or_sleeps_is_a_stall([Values("ends", "dies", "sleeps", "loops", "resets")] string how)
    {
        BootRecord record = await BootAsync(
            c =>
            {
                c.Print(TestCode.Console, "hello");
                if (how == "ends")
                    c.End(0);
                else if (how == "sleeps")
                    c.Idle();
                else if (how == "loops")
                    c.Loop();
                else if (how == "resets")
                    c.TripleFault();
            },
            Roomy with { Instructions = 1_000_000, VirtualTime = TimeSpan.FromSeconds(2) },
            [new("hel", ""), new("password", "x")]);

        Assert.That(record.Ending, Is.EqualTo(Ending.DialogueStalled), record.Error);
        Assert.That(record.Error, Is.EqualTo("password"));
        Assert.That(Text(record.Console), Is.EqualTo("hello"));
    }

    [Test]
    public async Task Waiting_for_the_partner_costs_the_guest_nothing()
    {
        // Three times within the limit, and together beyond it: the guest spins while it waits for each letter.
        BootRecord record = await BootAsync(
            c =>
            {
                for (int i = 0; i < 3; i++)
                {
                    for (int work = 0; work < 20; work++)
                        c.Work();
                    c.Print(TestCode.Console, $"{i}?");
                    Read(c);
                }
                c.End(0);
            },
            Roomy with { Instructions = 30_000_000 },
            [new("0?", "a"), new("1?", "b"), new("2?", "c")]);

        Assert.That(record.Ending, Is.EqualTo(Ending.Finished), record.Error);
    }

    [Test]
    public async Task A_flood_is_cut_in_a_dialogue_too()
    {
        BootRecord record = await BootAsync(PatientFlood, Roomy with { ConsoleBytes = 3000 }, [new("never", "")]);

        Assert.That(record.Ending, Is.EqualTo(Ending.ConsoleFlood), record.Error);
        Assert.That(record.Console, Is.EqualTo(Counting(3000)));
    }

    private static void PromptAndEcho(Assembler c)
    {
        Label again = c.CreateLabel();
        c.Print(TestCode.Console, "login: ");
        c.Label(ref again);
        Read(c);
        c.mov(dx, TestCode.Console);
        c.@out(dx, al);
        c.cmp(al, (byte)'\n');
        c.jne(again);
        c.Print(TestCode.Console, "bye");
        c.End(9);
    }

    /// <summary>Writes bytes that count up from 0, each when the port is ready: a socket takes them only as fast as its reader.</summary>
    private static void PatientFlood(Assembler c)
    {
        const ushort LineStatus = 5;
        const byte Ready = 0x20;
        Label again = c.CreateLabel(), wait = c.CreateLabel();
        c.xor(ebx, ebx);
        c.Label(ref again);
        c.mov(dx, TestCode.Console + LineStatus);
        c.Label(ref wait);
        c.@in(al, dx);
        c.test(al, Ready);
        c.je(wait);
        c.mov(dx, TestCode.Console);
        c.mov(al, bl);
        c.@out(dx, al);
        c.inc(bl);
        c.jmp(again);
    }

    /// <summary>Waits for a byte and reads it into AL.</summary>
    private static void Read(Assembler c)
    {
        const ushort LineStatus = 5;
        const byte DataReady = 1;
        Label wait = c.CreateLabel();
        c.mov(dx, TestCode.Console + LineStatus);
        c.Label(ref wait);
        c.@in(al, dx);
        c.test(al, DataReady);
        c.je(wait);
        c.mov(dx, TestCode.Console);
        c.@in(al, dx);
    }
}
