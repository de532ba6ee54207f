using Euralios.Programs.Nic;
using Euralios.Std;

namespace Euralios.Programs.Rtl8139;

/// <summary>
/// The driver of a network card with an RTL8139, which it serves on standard input (handouts/protocols.md, "Network devices"). Needs I/O ports, /pci and the
/// card's interrupt line.
/// </summary>
internal static class Program
{
    private const ulong Vendor = 0x10EC;
    private const ulong Device = 0x8139;
    private const int RingLength = ReceiveRing.LongestRing;

    private static int Main()
    {
        if (!PciDevice.TryFind(Vendor, Device, out PciDevice device, out Error error))
            return Fail($"no card: {error.Text()}");
        if (!DeviceMemory.TryAllocate(RingLength + ReceiveRing.Slack, out DeviceMemory ring, out error)
            || !DeviceMemory.TryAllocate(Rtl8139Card.TransmitMemory, out DeviceMemory slots, out error))
            return Fail($"no memory: {error.Text()}");
        var card = new Rtl8139Card(new Registers(device.Port), ring, slots);
        return card.TryStart() ? NicServer.Serve(card, device.Line) : Fail("the card cannot be reset");
    }

    private static int Fail(string reason)
    {
        KernelLog.WriteLine($"[rtl8139] {reason}");
        return 1;
    }
}
