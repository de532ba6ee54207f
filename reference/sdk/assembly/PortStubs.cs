using Iced.Intel;
using static Iced.Intel.AssemblerRegisters;

namespace Euralios.Sdk.Assembly;

/// <summary>A driver's instructions for I/O ports. They fault in a process without the right.</summary>
internal static class PortStubs
{
    /// <summary>Adds <c>io_read8(port)</c>, <c>io_write8(port, value)</c>, and the same for 16 and 32 bits.</summary>
    internal static void Write(MachineCode code)
    {
        Assembler a = code.Code;
        Read("io_read8", () => a.@in(al, dx));
        Read("io_read16", () => a.@in(ax, dx));
        Read("io_read32", () => a.@in(eax, dx));
        Write("io_write8", () => a.@out(dx, al));
        Write("io_write16", () => a.@out(dx, ax));
        Write("io_write32", () => a.@out(dx, eax));

        void Read(string name, Action instruction)
        {
            code.Function(name);
            a.mov(edx, edi);
            a.xor(eax, eax);
            instruction();
            a.ret();
        }

        void Write(string name, Action instruction)
        {
            code.Function(name);
            a.mov(edx, edi);
            a.mov(eax, esi);
            instruction();
            a.ret();
        }
    }
}
