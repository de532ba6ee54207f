using System;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>The machine's network card on the stage: <c>pci</c>, and the card's driver with the rights that it has in the system.</summary>
internal static class Network
{
    // The PCI server's (handouts/protocols.md, "PCI").
    private const ulong FindDevice = 256;
    private const ulong ReadInterruptLine = 259;
    private const ulong Address = 384;
    private const ulong InterruptLine = 387;

    // The drivers' ("Network devices").
    private const ulong GetMacAddress = 260;
    private const ulong MacAddress = 300;

    /// <summary>
    /// Starts <c>pci</c>, mounts it at <c>/pci</c>, and starts the driver of the machine's card. A machine without the card ends the boot.
    /// </summary>
    /// <param name="stage">The stage.</param>
    /// <param name="driver"><c>rtl8139</c> or <c>virtio_net</c>: the given one, or the program that is graded.</param>
    /// <returns>The driver, which serves as <c>/dev/nic</c> does (handouts/protocols.md, "Network devices").</returns>
    internal static StagedProgram Start(Stage stage, string driver)
    {
        StagedProgram pci = stage.Start("pci", mayAccessPorts: true);
        (ulong vendor, ulong device) = driver == "rtl8139" ? (0x10ECul, 0x8139ul) : (0x1AF4ul, 0x1000ul);
        if (!pci.TryMount("/pci", out Error error)
            || !TryAsk(pci, new Message(FindDevice, vendor, device), Address, out ulong address, out error)
            || !TryAsk(pci, new Message(ReadInterruptLine, address), InterruptLine, out ulong line, out error))
            throw new InvalidOperationException($"no card for {driver}: {error.Text()}");
        return stage.Start(driver, new ProcessParameters().Interrupt((uint)line), mayAccessPorts: true);
    }

    /// <summary>The card's address, six octets.</summary>
    internal static bool TryGetAddress(Handle driver, Span<byte> address, out Error error)
    {
        var question = new Message(GetMacAddress);
        bool done = RemoteCall.TryCall(driver, ref question, MacAddress, out Message answer, out error);
        for (int i = 0; i < address.Length; i++)
            address[i] = (byte)(answer.First.Value >> (8 * i));
        return done;
    }

    /// <summary>Sends a frame.</summary>
    internal static bool TryWrite(Handle driver, ReadOnlySpan<byte> frame, out Error error) =>
        RemoteText.TryAsk(driver, Tags.Write, frame, Tags.Ok, out _, out error);

    /// <summary>Waits for a frame.</summary>
    /// <param name="driver">The driver.</param>
    /// <param name="microseconds">How long, of the machine's time.</param>
    /// <param name="frame">The frame.</param>
    /// <param name="error">Why there is none: <see cref="Error.TimedOut"/> where none came.</param>
    internal static bool TryRead(Handle driver, ulong microseconds, out byte[] frame, out Error error)
    {
        const ulong Pause = 500;
        ulong deadline = Clock.Microseconds + microseconds;
        frame = [];
        while (true)
        {
            var question = new Message(Tags.Read);
            if (!RemoteCall.TryCall(driver, ref question, out Message answer, out error))
                return false;
            if (answer.Tag == Tags.Data && answer.TryGetBytes(out ReadOnlySpan<byte> bytes))
                frame = bytes.ToArray();
            else if (answer.Tag != Tags.Empty)
                error = Error.UnexpectedReply;
            answer.Release();
            if (answer.Tag != Tags.Empty)
                return error == Error.None;
            if (Clock.Microseconds > deadline)
            {
                error = Error.TimedOut;
                return false;
            }

            SystemCall.Sleep(Pause);
        }
    }

    private static bool TryAsk(StagedProgram pci, Message question, ulong tag, out ulong value, out Error error)
    {
        bool done = RemoteCall.TryCall(pci.Server, ref question, tag, out Message answer, out error);
        value = answer.First.Value;
        return done;
    }
}
