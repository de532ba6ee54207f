using Euralios.Sdk.Elf;
using Iced.Intel;

namespace Euralios.Sdk.Assembly;

/// <summary>
/// A section of machine code, written with Iced's assembler. References to symbols of other sections and of the compiled C# are
/// left to the linker.
/// </summary>
/// <remarks>
/// An instruction that names a symbol must end with the 4 or 8 bytes that hold its address: true of branches, of memory operands without
/// an immediate, and of moves of an immediate. That keeps relocation a matter of the instruction's end.
/// </remarks>
public sealed class MachineCode(string section, int bitness)
{
    private readonly Dictionary<string, Label> functions = [];
    private readonly List<(int Instruction, RelocationKind Kind, string Symbol, int Offset)> references = [];

    /// <summary>Where instructions are written.</summary>
    public Assembler Code { get; } = new(bitness);

    /// <summary>Starts a function: a global symbol here.</summary>
    public void Function(string name)
    {
        Label label = Code.CreateLabel(name);
        functions.Add(name, label);
        Code.Label(ref label);
        functions[name] = label;
    }

    /// <summary><c>call symbol</c>.</summary>
    public void Call(string symbol) => Branch(Iced.Intel.Code.Call_rel32_64, symbol);

    /// <summary><c>jmp symbol</c>.</summary>
    public void Jump(string symbol) => Branch(Iced.Intel.Code.Jmp_rel32_64, symbol);

    /// <summary>64-bit code: <c>lea register, [rip + symbol]</c>.</summary>
    public void LoadAddress(Register register, string symbol) =>
        Refer(Instruction.Create(Iced.Intel.Code.Lea_r64_m, register, new MemoryOperand(Register.RIP, 0L, 8)), RelocationKind.Relative32, symbol);

    /// <summary>64-bit code: <c>mov register, [rip + symbol + offset]</c>.</summary>
    public void Load(Register register, string symbol, int offset) =>
        Refer(Instruction.Create(Iced.Intel.Code.Mov_r64_rm64, register, new MemoryOperand(Register.RIP, 0L, 8)), RelocationKind.Relative32, symbol, offset);

    /// <summary>64-bit code: <c>mov [rip + symbol], register</c>.</summary>
    public void Store(string symbol, Register register) =>
        Refer(Instruction.Create(Iced.Intel.Code.Mov_rm64_r64, new MemoryOperand(Register.RIP, 0L, 8), register), RelocationKind.Relative32, symbol);

    /// <summary>64-bit code: <c>push qword [rip + symbol]</c>.</summary>
    public void PushMemory(string symbol) =>
        Refer(Instruction.Create(Iced.Intel.Code.Push_rm64, new MemoryOperand(Register.RIP, 0L, 8)), RelocationKind.Relative32, symbol);

    /// <summary>64-bit code: <c>mov register, symbol</c>, wherever the symbol is linked.</summary>
    public void MoveAddress64(Register register, string symbol) =>
        Refer(Instruction.Create(Iced.Intel.Code.Mov_r64_imm64, register, 0x7FFF_FFFF_FFFF_FFFF), RelocationKind.Absolute64, symbol);

    /// <summary>32-bit code: <c>mov register, symbol</c>; the symbol is linked below 4 GiB.</summary>
    public void MoveAddress32(Register register, string symbol) =>
        Refer(Instruction.Create(Iced.Intel.Code.Mov_r32_imm32, register, 0), RelocationKind.Absolute32, symbol);

    /// <summary>32-bit code: <c>push symbol</c>.</summary>
    public void PushAddress32(string symbol) => Refer(Instruction.Create(Iced.Intel.Code.Pushd_imm32, 0x7FFFFFFF), RelocationKind.Absolute32, symbol);

    /// <summary>The finished section.</summary>
    public ObjectSection ToSection()
    {
        var stream = new MemoryStream();
        AssemblerResult result = Code.Assemble(
            new StreamCodeWriter(stream), 0, BlockEncoderOptions.ReturnNewInstructionOffsets | BlockEncoderOptions.DontFixBranches);
        uint[] offsets = result.Result[0].NewInstructionOffsets;
        var relocations = new List<Relocation>();
        foreach ((int instruction, RelocationKind kind, string symbol, int offset) in references)
        {
            int end = instruction + 1 < offsets.Length ? (int)offsets[instruction + 1] : (int)stream.Length;
            int width = kind == RelocationKind.Absolute64 ? 8 : 4;

            // A relative address counts from the instruction's end, the linker from the place it fills in.
            relocations.Add(new Relocation(end - width, kind, symbol, offset - (kind == RelocationKind.Relative32 ? 4 : 0)));
        }

        return new ObjectSection(
            section,
            SectionUse.Allocate | SectionUse.Execute,
            16,
            stream.ToArray(),
            0,
            functions.ToDictionary(entry => entry.Key, entry => (int)result.GetLabelRIP(entry.Value)),
            relocations);
    }

    private void Branch(Code code, string symbol) => Refer(Instruction.CreateBranch(code, 0), RelocationKind.Relative32, symbol);

    private void Refer(Instruction instruction, RelocationKind kind, string symbol, int offset = 0)
    {
        references.Add((Code.Instructions.Count, kind, symbol, offset));
        Code.AddInstruction(instruction);
    }
}
