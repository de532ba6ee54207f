using System.Buffers.Binary;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Euralios.Sdk.Build;

/// <summary>The instructions of a method's body, as far as they name methods (ECMA-335, III).</summary>
internal static class Instructions
{
    private const byte TwoByteOpcode = 0xFE;

    private static readonly Dictionary<int, OpCode> Opcodes = typeof(OpCodes).GetFields()
        .Where(field => field.FieldType == typeof(OpCode))
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(opcode => opcode.Value & 0xFFFF);

    /// <summary>Calls, constructions and method addresses: each instruction's offset and what it names.</summary>
    public static IEnumerable<(int Offset, EntityHandle Method)> MethodsIn(byte[] code)
    {
        for (int at = 0; at < code.Length;)
        {
            int offset = at;
            int value = code[at++];
            if (value == TwoByteOpcode)
                value = (value << 8) | code[at++];
            OpCode opcode = Opcodes[value];
            if (opcode.OperandType == OperandType.InlineMethod)
                yield return (offset, MetadataTokens.EntityHandle(BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at))));
            at += OperandSize(opcode.OperandType, code, at);
        }
    }

    private static int OperandSize(OperandType operand, byte[] code, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(at))),
        _ => 4,
    };
}
