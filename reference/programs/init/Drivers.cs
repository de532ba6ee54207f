using System;
using System.IO;
using Euralios.Std;

namespace Euralios.Programs.Init;

/// <summary>Starts the programs that serve devices. A device that is not there is no reason to stop.</summary>
internal static class Drivers
{
    private const uint KeyboardLine = 1;
    private const uint SerialLine = 4;

    // The number of the screen's console that shows what the system's programs report: F1.
    private const ulong SystemConsole = 0;

    // That of its first session: F2.
    private const ulong FirstSession = 1;

    // A keyboard may take seconds for its test after a reset.
    private const ulong KeyboardPatience = 5_000_000;
    private const ulong Retry = 10_000;

    internal static void StartPci()
    {
        if (TryServe("pci", new ProcessParameters().Arguments("pci"), out Handle mounted, out Error error) && !SystemCall.TryMount(mounted, "/pci"u8, out error))
            Report("pci", error);
    }

    /// <summary>The network, if there is a card. The PCI server must have been started.</summary>
    internal static void StartNetwork()
    {
        if (!Network.TryFind(out string driver, out uint line)
            || !TryServe(driver, new ProcessParameters().Interrupt(line).Arguments(driver), out Handle card, out Error error))
            return;
        if (!SystemCall.TryMount(card, "/dev/nic"u8, out error))
            Report(driver, error);
        else if (TryServe("tcp", new ProcessParameters().Arguments("tcp"), out Handle connections, out error)
            && !SystemCall.TryMount(connections, "/tcp"u8, out error))
            Report("tcp", error);
    }

    /// <summary>The screen and its keyboard, if there is a screen.</summary>
    internal static void StartScreen(Message screen)
    {
        if (!Screen.IsPresent() || !TryServe("vga", new ProcessParameters().Arguments("vga"), out Handle vga, out Error error))
            return;
        if (!SystemCall.TrySend(vga, ref screen, out error)
            || !SystemCall.TryCopy(vga, out Handle keys, out error)
            || !TryLoad("keyboard", out byte[] image, out error)
            || !SystemCall.TryNewRendezvous(out Handle keyboard, out Handle input, out error)
            || !TryStart(image, input, keys, new ProcessParameters().Interrupt(KeyboardLine).Arguments("keyboard"), true, out error))
        {
            Report("keyboard", error);
            return;
        }

        if (!Thread.TryStart(() => BeginSession(vga, keyboard), out _, out error))
            Report("keyboard", error);
        var open = new Message(Tags.OpenReadWrite);
        if (RemoteCall.TryCall(vga, ref open, Tags.CommunicationHandle, out Message answer, out error)
            && answer.First.IsHandle(out Handle writer)
            && answer.Second.Value == SystemConsole)
            SystemService.ShowOn(writer);
        else
            Report("vga", error);
    }

    /// <summary>Shows the console of the screen's first session when somebody can type there, or nobody ever will.</summary>
    private static void BeginSession(Handle vga, Handle keyboard)
    {
        if (SystemCall.TryReceive(keyboard, KeyboardPatience, out Message ready, out Error error))
            ready.Release();
        else
            Report("keyboard", error);
        SystemCall.TryClose(keyboard, out _);
        var show = new Message(Tags.Write, FirstSession);
        while (!SystemCall.TrySend(vga, ref show, out error))
        {
            // Somebody else may be sending: a console is opened meanwhile, and keys come.
            if (error != Error.SendBlocking)
            {
                Report("vga", error);
                return;
            }

            SystemCall.Sleep(Retry);
        }
    }

    internal static void StartSerial()
    {
        if (!TryLoad("serial", out byte[] image, out Error error)
            || !SystemCall.TryNewRendezvous(out Handle none, out Handle input, out error)
            || !TryStart(image, "serial", input, new ProcessParameters().Interrupt(SerialLine).Arguments("serial"), true, out error))
        {
            Report("serial", error);
            return;
        }

        SystemCall.TryClose(none, out _);
    }

    /// <summary>Starts a program whose reports the system takes in.</summary>
    internal static bool TryStart(
        ReadOnlySpan<byte> image, string name, Handle input, ProcessParameters parameters, bool mayAccessPorts, out Error error)
    {
        if (SystemService.TryGetOutput(out Handle output, out error) && TryStart(image, input, output, parameters, mayAccessPorts, out error))
            return true;
        Report(name, error);
        return false;
    }

    /// <summary>Starts a program of the disk that serves its standard input.</summary>
    /// <param name="name">Its file.</param>
    /// <param name="parameters">What it gets.</param>
    /// <param name="mounted">The other end.</param>
    /// <param name="error">Why it was not started; it has been reported.</param>
    private static bool TryServe(string name, ProcessParameters parameters, out Handle mounted, out Error error)
    {
        mounted = default;
        if (!TryLoad(name, out byte[] image, out error) || !SystemCall.TryNewRendezvous(out Handle served, out mounted, out error))
        {
            Report(name, error);
            return false;
        }

        return TryStart(image, name, served, parameters, true, out error);
    }

    private static bool TryStart(
        ReadOnlySpan<byte> image, Handle input, Handle output, ProcessParameters parameters, bool mayAccessPorts, out Error error)
    {
        parameters.Environment(BootVariables.All);
        if (!Process.TryExec(image, input, output, parameters, out Process process, out error, mayAccessPorts))
            return false;
        SystemCall.TryClose(process.Handle, out _);
        return true;
    }

    private static bool TryLoad(string name, out byte[] image, out Error error) => File.TryReadAllBytes("/bin/" + name, out image, out error);

    private static void Report(string name, Error error) => SystemService.Report($"[init] {name}: {error.Text()}\n");
}
