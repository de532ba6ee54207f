using System.Runtime;
using System.Runtime.CompilerServices;

namespace Euralios.Std;

/// <summary>
/// I/O ports, for drivers: a process without the right (<c>mayAccessPorts</c> of <see cref="Process.TryExec"/>) faults. The machine code is
/// <c>reference/sdk/assembly/PortStubs.cs</c>.
/// </summary>
public static class Ports
{
    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "io_read8")]
    public static extern byte Read8(ushort port);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "io_read16")]
    public static extern ushort Read16(ushort port);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "io_read32")]
    public static extern uint Read32(ushort port);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "io_write8")]
    public static extern void Write8(ushort port, byte value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "io_write16")]
    public static extern void Write16(ushort port, ushort value);

    [MethodImpl(MethodImplOptions.InternalCall)]
    [RuntimeImport("*", "io_write32")]
    public static extern void Write32(ushort port, uint value);
}
