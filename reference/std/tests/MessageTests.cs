using NUnit.Framework;

namespace Euralios.Std.Tests;

/// <summary>Messages in registers, bit by bit as the specification has them.</summary>
internal sealed class MessageTests
{
    private static readonly Message[] Messages =
    [
        new(Tags.Character, 65),
        new(Tags.Write, 12, new MemoryChunk(0x280_4000_0000)),
        new(Tags.CommunicationHandle, new Handle(7)),
        new(1000, new MemoryChunk(0x280_8000_0000), new Handle(9)),
        new(1001, new MessageItem(ItemKind.Error, 11), 5),
    ];

    private static readonly ulong[] Controls = [0, 0x100 | 0x1000, 0x100 | 0x200, 0x100 | 0x400 | 0x800, 0x100 | 0x600];

    [Test]
    public void The_control_bits_say_what_the_items_are([Range(0, 4)] int number)
    {
        SystemCallRegisters registers = Messages[number].ToRegisters();
        Assert.That(registers.Rax, Is.EqualTo(Controls[number]));
        Assert.That(registers.Rdi, Is.EqualTo(Messages[number].Tag));
        Assert.That((registers.Rsi, registers.Rdx), Is.EqualTo((Messages[number].First.Value, Messages[number].Second.Value)));
    }

    [Test]
    public void A_message_comes_back_from_registers([Range(0, 4)] int number)
    {
        SystemCallRegisters registers = Messages[number].ToRegisters();
        registers.Rax |= 128 | 2; // it could not be sent
        Message back = Message.FromRegisters(registers);
        Assert.That(back, Is.EqualTo(Messages[number]));
        Assert.That(back.IsLong, Is.EqualTo(number != 0));
    }

    [Test]
    public void An_item_is_what_it_is_and_nothing_else()
    {
        Message message = Messages[1];
        Assert.That(message.Second.IsMemory(out MemoryChunk chunk));
        Assert.That(chunk.Address, Is.EqualTo(0x280_4000_0000));
        Assert.That(message.Second.IsHandle(out _), Is.False);
        Assert.That(message.First.IsMemory(out _), Is.False);
    }
}
