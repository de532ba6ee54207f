using System;
using Euralios.Std;

namespace Euralios.Programs.Nic.Tests;

/// <summary>Starts the servers as init does.</summary>
internal static class Machine
{
    private const ulong FindDevice = 256;
    private const ulong ReadInterruptLine = 259;
    private const ulong Address = 384;
    private const ulong InterruptLine = 387;

    /// <summary>Starts the PCI server, and the driver of the card that there is.</summary>
    internal static bool TryStart(Archive archive, out Handle nic, out Error error)
    {
        nic = default;
        if (!TryServe(archive, "pci"u8, new ProcessParameters().Arguments("pci"), out Handle pci, out error)
            || !SystemCall.TryCopy(pci, out Handle mount, out error)
            || !SystemCall.TryMount(mount, "/pci"u8, out error))
            return false;
        return TryDrive(archive, pci, 0x10EC, 0x8139, "rtl8139"u8, out nic, out error)
            || TryDrive(archive, pci, 0x1AF4, 0x1000, "virtio_net"u8, out nic, out error);
    }

    private static bool TryDrive(Archive archive, Handle pci, ulong vendor, ulong device, ReadOnlySpan<byte> name, out Handle nic, out Error error)
    {
        nic = default;
        var question = new Message(FindDevice, vendor, device);
        if (!RemoteCall.TryCall(pci, ref question, Address, out Message answer, out error))
            return false;
        question = new Message(ReadInterruptLine, answer.First.Value);
        return RemoteCall.TryCall(pci, ref question, InterruptLine, out answer, out error)
            && TryServe(archive, name, new ProcessParameters().Interrupt((uint)answer.First.Value).Arguments(Text.FromUtf8(name)), out nic, out error);
    }

    private static bool TryServe(Archive archive, ReadOnlySpan<byte> name, ProcessParameters parameters, out Handle server, out Error error)
    {
        server = default;
        error = Error.NotFound;
        return archive.TryFind(name, out ReadOnlySpan<byte> image)
            && SystemCall.TryNewRendezvous(out server, out Handle served, out error)
            && SystemCall.TryNewRendezvous(out Handle output, out Handle reports, out error)
            && Thread.TryStart(() => Listen(reports), out _, out error)
            && Process.TryExec(image, served, output, parameters, out _, out error, mayAccessPorts: true);
    }

    /// <summary>Takes what a program writes to its standard output.</summary>
    private static void Listen(Handle reports)
    {
        while (SystemCall.TryReceive(reports, out Message message, out _))
        {
            message.Release();
            Answer.Send(reports, new Message(Tags.Ok, message.First.Value));
        }
    }
}
