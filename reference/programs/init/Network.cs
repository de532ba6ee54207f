using Euralios.Std;

namespace Euralios.Programs.Init;

/// <summary>The network card, if there is one: asks the PCI server for those that there are drivers for.</summary>
internal static class Network
{
    // The PCI server's (handouts/protocols.md, "PCI").
    private const ulong FindDevice = 256;
    private const ulong ReadInterruptLine = 259;
    private const ulong Address = 384;
    private const ulong InterruptLine = 387;

    /// <summary>Finds the card's driver, and its interrupt line.</summary>
    internal static bool TryFind(out string driver, out uint line)
    {
        driver = "";
        line = 0;
        if (!SystemCall.TryOpen("/pci"u8, out Handle pci, out _, out _))
            return false;
        bool isFound = TryFind(pci, 0x10EC, 0x8139, "rtl8139", ref driver, ref line)
            || TryFind(pci, 0x1AF4, 0x1000, "virtio_net", ref driver, ref line);
        SystemCall.TryClose(pci, out _);
        return isFound;
    }

    private static bool TryFind(Handle pci, ulong vendor, ulong device, string name, ref string driver, ref uint line)
    {
        var question = new Message(FindDevice, vendor, device);
        if (!RemoteCall.TryCall(pci, ref question, Address, out Message answer, out _))
            return false;
        question = new Message(ReadInterruptLine, answer.First.Value);
        if (!RemoteCall.TryCall(pci, ref question, InterruptLine, out answer, out _))
            return false;
        driver = name;
        line = (uint)answer.First.Value;
        return true;
    }
}
