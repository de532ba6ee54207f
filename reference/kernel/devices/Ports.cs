using System.Runtime;
using System.Runtime.CompilerServices;

namespace Merriwig.Devices;

/// <summary>I/O port instructions.</summary>
internal static class Ports
{
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "port_read8")]
    internal static extern byte Read8(ushort port);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "port_read16")]
    internal static extern ushort Read16(ushort port);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "port_read32")]
    internal static extern uint Read32(ushort port);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "port_write8")]
    internal static extern void Write8(ushort port, byte value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "port_write16")]
    internal static extern void Write16(ushort port, ushort value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "port_write32")]
    internal static extern void Write32(ushort port, uint value);
}
