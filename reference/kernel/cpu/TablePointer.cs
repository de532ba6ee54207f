using System.Runtime.InteropServices;

namespace Merriwig.Cpu;

/// <summary>What LGDT and LIDT read: a limit (size less one) and an address (SDM volume 3, 3.5.1).</summary>
[StructLayout(LayoutKind.Sequential, Pack = 2)]
internal struct TablePointer
{
    internal ushort Limit;
    internal ulong Address;
}
