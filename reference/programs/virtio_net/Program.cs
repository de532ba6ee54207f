using Euralios.Programs.Nic;
using Euralios.Std;

namespace Euralios.Programs.VirtioNet;

/// <summary>
/// The driver of a virtio network device, which it serves on standard input (handouts/protocols.md, "Network devices"). Needs I/O ports, /pci and the
/// device's interrupt line.
/// </summary>
internal static class Program
{
    private const ulong Vendor = 0x1AF4;
    private const ulong Device = 0x1000;

    private static int Main()
    {
        if (!PciDevice.TryFind(Vendor, Device, out PciDevice device, out Error error))
            return Fail($"no device: {error.Text()}");
        var registers = new Registers(device.Port);
        if (!VirtioCard.TryReset(registers, out int receive, out int send))
            return Fail("the device has not what is needed");
        var memories = new DeviceMemory[4];
        if (!DeviceMemory.TryAllocate(new QueueLayout(receive).Length, out memories[0], out error)
            || !DeviceMemory.TryAllocate(VirtioCard.ReceiveBuffers * VirtioCard.BufferSize, out memories[1], out error)
            || !DeviceMemory.TryAllocate(new QueueLayout(send).Length, out memories[2], out error)
            || !DeviceMemory.TryAllocate(VirtioCard.SendBuffers * VirtioCard.BufferSize, out memories[3], out error))
            return Fail($"no memory: {error.Text()}");
        var card = new VirtioCard(registers, memories);
        card.Start();
        return NicServer.Serve(card, device.Line);
    }

    private static int Fail(string reason)
    {
        KernelLog.WriteLine($"[virtio_net] {reason}");
        return 1;
    }
}
