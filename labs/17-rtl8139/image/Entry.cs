using Euralios.Programs.Nic;
using Euralios.Programs.Rtl8139;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>What the program is for: it drives the machine's card, as the reference's does. With an argument it measures instead.</summary>
internal static class Entry
{
    private const ulong Vendor = 0x10EC;
    private const ulong Device = 0x8139;

    // The shortest that the chip has: its end is passed often.
    private const int RingLength = ReceiveRing.ShortestRing;

    internal static int Run(string[] arguments)
    {
        if (arguments.Length > 0)
            return Measurements.Run();
        if (!PciDevice.TryFind(Vendor, Device, out PciDevice device, out Error error))
            return Fail($"no card: {error.Text()}");
        if (!DeviceAreas.TryAllocate(RingLength + ReceiveRing.Slack, out DeviceArea ring, out error)
            || !DeviceAreas.TryAllocate(Rtl8139Card.TransmitMemory, out DeviceArea slots, out error))
            return Fail($"no memory: {error.Text()}");
        var chip = new RealChip(device.Port);
        Board.Plug(chip, device.Port, ring, slots);
        var card = new Rtl8139Card(new Registers(device.Port), ring.Memory, slots.Memory);
        if (!card.TryStart())
            return Fail("the card was not started");
        int status = NicServer.Serve(card, device.Line);
        chip.Report();
        return status;
    }

    private static int Fail(string reason)
    {
        Trace.Event("chip.failed").Text("because", reason).End();
        return 1;
    }
}
