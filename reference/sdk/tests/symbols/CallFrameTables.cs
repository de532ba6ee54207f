using Euralios.Sdk.Symbols;
using static Euralios.Sdk.Tests.Symbols.CraftedImage;

namespace Euralios.Sdk.Tests.Symbols;

/// <summary>
/// The instructions of call frame tables, each on a stack whose word <c>i</c> is the address <c>start + i</c>: where an unwinder goes says
/// which word it read.
/// </summary>
internal sealed class CallFrameTables
{
    private const ulong Stack = 0x8000;
    private const ulong At = Inner + 0x10;

    private static StackRegisters NoRegisters => default;

    // The word that holds the return address, or -1 where the unwinder must stop.
    private static readonly TestCaseData[] Cases =
    [
        new TestCaseData(Array.Empty<byte>(), 0).SetName("the common entry alone"),
        new TestCaseData(new byte[] { 0x00, 0x0E, 24, 0x00 }, 2).SetName("def_cfa_offset, nop"),
        new TestCaseData(new byte[] { 0x41, 0x0E, 16, 0x41, 0x0E, 24 }, 2).SetName("advance_loc"),
        new TestCaseData(new byte[] { 0x50, 0x0E, 16, 0x41, 0x0E, 24 }, 1).SetName("advance_loc: to the very instruction, not beyond"),
        new TestCaseData(new byte[] { 2, 0x0F, 0x0E, 16, 2, 0x10, 0x0E, 24 }, 1).SetName("advance_loc1"),
        new TestCaseData(new byte[] { 3, 0x10, 0, 0x0E, 16, 3, 0x10, 0x10, 0x0E, 24 }, 1).SetName("advance_loc2"),
        new TestCaseData(new byte[] { 4, 0x10, 0, 0, 0, 0x0E, 16, 4, 0, 0, 0, 1, 0x0E, 24 }, 1).SetName("advance_loc4"),
        new TestCaseData(new byte[] { 0x0C, 6, 16 }, 9).SetName("def_cfa by rbp"),
        new TestCaseData(new byte[] { 0x0E, 24, 0x0D, 6 }, 10).SetName("def_cfa_register"),
        new TestCaseData(new byte[] { 0x12, 7, 0x7C }, 3).SetName("def_cfa_sf"),
        new TestCaseData(new byte[] { 0x13, 0x7C }, 3).SetName("def_cfa_offset_sf"),
        new TestCaseData(new byte[] { 0x0E, 32, 0x90, 2 }, 2).SetName("offset"),
        new TestCaseData(new byte[] { 0x0E, 32, 0x05, 16, 2 }, 2).SetName("offset_extended"),
        new TestCaseData(new byte[] { 0x0E, 32, 0x11, 16, 0x03 }, 1).SetName("offset_extended_sf"),
        new TestCaseData(new byte[] { 0x0E, 32, 0x90, 2, 0xD0 }, 3).SetName("restore"),
        new TestCaseData(new byte[] { 0x0E, 32, 0x90, 2, 0x06, 16 }, 3).SetName("restore_extended"),
        new TestCaseData(new byte[] { 0x0E, 16, 0x0A, 0x0E, 32, 0x90, 2, 0x0B }, 1).SetName("remember_state, restore_state"),
        new TestCaseData(new byte[] { 0x2E, 8, 0x0E, 16 }, 1).SetName("GNU_args_size"),
        new TestCaseData(new byte[] { 0x0E, 16, 0x07, 16 }, -1).SetName("undefined return address: the end of the stack"),
        new TestCaseData(new byte[] { 0x07, 3, 0x08, 12, 0x0E, 16 }, 1).SetName("undefined, same_value of others"),
        new TestCaseData(new byte[] { 0x0F, 1, 0x57 }, -1).SetName("def_cfa_expression: not understood"),
        new TestCaseData(new byte[] { 0x3F }, -1).SetName("an unknown instruction: not understood"),
        new TestCaseData(new byte[] { 0x0B }, -1).SetName("restore_state without remember_state"),
        new TestCaseData(new byte[] { 0x0E }, -1).SetName("an operand beyond the end"),
        new TestCaseData(new byte[] { 0x0C, 99, 8 }, -1).SetName("a register that is none"),
        new TestCaseData(new byte[] { 0x0E, 0 }, -1).SetName("a frame of nothing"),
        new TestCaseData(new byte[] { 0x13, 1 }, -1).SetName("a frame below the stack pointer"),
    ];

    [TestCaseSource(nameof(Cases))]
    public void An_instruction_says_where_the_return_address_is(byte[] instructions, int word)
    {
        Symbolizer symbols = With((".eh_frame", Frames((Inner, Outer, instructions))));
        IReadOnlyList<ulong> frames = symbols.Unwind(At, Stack, NoRegisters with { Rbp = Stack + 64 }, Word);
        Assert.That(frames, Is.EqualTo(word < 0 ? [At] : new[] { At, Start + 1 + (ulong)word }));
    }

    // Augmentation, its data, how the function's start and size are written, the function's own augmentation data, and whether it is found.
    private static readonly TestCaseData[] Augmentations =
    [
        new TestCaseData("", Array.Empty<byte>(), U64(Inner), U64(0x100), Array.Empty<byte>(), true).SetName("none"),
        new TestCaseData("z", Array.Empty<byte>(), U64(Inner), U64(0x100), new byte[] { 2, 0x0E, 24 }, true).SetName("z: data to step over"),
        new TestCaseData("zR", new byte[] { 0x03 }, U32((uint)Inner), U32(0x100), new byte[] { 0 }, true).SetName("R: 4 bytes"),
        new TestCaseData("zR", new byte[] { 0x02 }, U16((ushort)Inner), U16(0x100), new byte[] { 0 }, true).SetName("R: 2 bytes"),
        new TestCaseData("zR", new byte[] { 0x01 }, new byte[] { 0x80, 2 }, new byte[] { 0x80, 2 }, new byte[] { 0 }, true).SetName("R: LEB128"),
        new TestCaseData("zPLR", new byte[] { 0x9B, 1, 2, 3, 4, 0x1B, 3 }, U32((uint)Inner), U32(0x100), new byte[] { 0 }, true).SetName("P and L"),
        new TestCaseData("zRS", new byte[] { 0x04 }, U64(Inner), U64(0x100), new byte[] { 0 }, true).SetName("S"),
        new TestCaseData("zRX", new byte[] { 0x04 }, U64(Inner), U64(0x100), new byte[] { 0 }, false).SetName("an unknown letter"),
        new TestCaseData("eh", Array.Empty<byte>(), U64(Inner), U64(0x100), Array.Empty<byte>(), false).SetName("without z"),
        new TestCaseData("zR", new byte[] { 0x80 }, U64(Inner), U64(0x100), new byte[] { 0 }, false).SetName("R: indirect"),
        new TestCaseData("zR", new byte[] { 0x30 }, U64(Inner), U64(0x100), new byte[] { 0 }, false).SetName("R: from the data's start"),
    ];

    [TestCaseSource(nameof(Augmentations))]
    public void An_entry_is_found_when_its_augmentation_is_understood(
        string letters, byte[] data, byte[] start, byte[] size, byte[] ownData, bool isFound)
    {
        byte[] common = CommonEntry(letters, data);
        byte[] function = Sized([.. U32((uint)common.Length + 4), .. start, .. size, .. ownData, 0x0E, 16]);
        Symbolizer symbols = With((".eh_frame", [.. common, .. function]));
        Assert.That(symbols.Frames.Covers(Inner), Is.EqualTo(isFound));
        Assert.That(symbols.Frames.Covers(Outer), Is.False);
        if (isFound)
            Assert.That(symbols.Unwind(At, Stack, NoRegisters, Word), Is.EqualTo(new[] { At, Start + 2 }), "its own instructions come after its data");
    }

    [Test]
    public void Saved_registers_are_the_callers_again()
    {
        // inner: rbx, rbp and r12 were pushed. outer: its frame is found through rbp.
        byte[] inner = [0x0E, 32, 0x86, 2, 0x83, 3, 0x8C, 4];
        byte[] outer = [0x0C, 6, 16];
        Symbolizer symbols = With((".eh_frame", Frames((Inner, Outer, inner), (Outer, Start, outer))));
        var stack = new Dictionary<ulong, ulong>
        {
            [Stack] = 12,
            [Stack + 8] = 3,
            [Stack + 16] = Stack + 0x100, // rbp
            [Stack + 24] = Outer + 5,
            [Stack + 0x108] = Start + 7,
        };
        Assert.That(symbols.Unwind(At, Stack, NoRegisters, Read), Is.EqualTo(new[] { At, Outer + 5, Start + 7 }));

        ulong? Read(ulong address) => stack.TryGetValue(address, out ulong word) ? word : null;
    }

    [Test]
    public void A_caller_is_looked_up_by_the_byte_before_its_return_address()
    {
        // The call is inner's last instruction, so the return address is outer's first: outer's entry would read another word.
        Symbolizer symbols = With((".eh_frame", Frames((Inner, Outer, []), (Outer, Start, [0x0E, 24]))));
        Assert.That(symbols.Unwind(At, Stack, NoRegisters, address => address == Stack ? Outer : Word(address)), Is.EqualTo(new[] { At, Outer, Start + 2 }));
    }

    [Test]
    public void A_stack_that_never_ends_is_left_after_64_frames()
    {
        Symbolizer symbols = With((".eh_frame", Frames((Inner, Outer, []))));
        Assert.That(symbols.Unwind(At, Stack, NoRegisters, _ => At), Has.Count.EqualTo(64));
    }

    [Test]
    public void Machine_code_without_an_entry_is_left_by_the_word_on_top_of_the_stack()
    {
        Symbolizer symbols = With((".eh_frame", Frames((Inner, Outer, []))));
        Assert.That(symbols.Unwind(Start, Stack, NoRegisters, address => address == Stack ? At : null), Is.EqualTo(new[] { Start, At }));
        Assert.That(symbols.Unwind(Start, Stack, NoRegisters, _ => Start), Is.EqualTo(new[] { Start }), "what is there is no return address");
    }

    [TestCase(0UL)]
    [TestCase(End + 1)]
    [TestCase(ulong.MaxValue)]
    public void A_return_address_outside_the_code_ends_the_walk(ulong word)
    {
        Symbolizer symbols = With((".eh_frame", Frames((Inner, Outer, []))));
        Assert.That(symbols.Unwind(At, Stack, NoRegisters, _ => word), Is.EqualTo(new[] { At }));
        Assert.That(symbols.Unwind(At, ulong.MaxValue - 3, NoRegisters, _ => At), Has.Count.LessThan(3), "the stack pointer wraps");
    }

    private static ulong? Word(ulong address) =>
        address is >= Stack and < Stack + 0x80 && address % 8 == 0 ? Start + 1 + ((address - Stack) / 8) : null;
}
