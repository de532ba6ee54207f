using Euralios.Grader.Boot;
using Euralios.Sdk.Build;

namespace Euralios.Network.Tests;

/// <summary>Somebody sits down at the serial terminal of a machine with a network card, whose gateway, 10.0.2.2, leads to the host's loopback.</summary>
internal sealed class NetworkSitting : IAsyncDisposable
{
    internal const string Prompt = "user:/ramdisk$ ";
    internal const string Gateway = "10.0.2.2";

    private const string LoginPrompt = "login: ";
    private const string Address = "10.0.2.15";

    /// <summary>Far more often than anything takes.</summary>
    private const int MostLooks = 1000;

    private NetworkSitting(AttendedMachine machine) => Machine = machine;

    internal AttendedMachine Machine { get; }

    internal SerialTerminal Terminal => Machine.Serial;

    /// <summary>Switches a machine on, logs in as user, and waits until the machine has an address.</summary>
    /// <param name="model">The card.</param>
    /// <param name="guestPorts">Ports of the guest that the host reaches.</param>
    internal static async Task<NetworkSitting> StartAsync(NetworkCardModel model, params int[] guestPorts)
    {
        string reference = Path.Combine(Toolchain.RepositoryRoot, "reference");
        var card = new NetworkCard(model, NetworkWire.User([.. guestPorts.Select(port => new PortForward(0, port))]));
        AttendedMachine machine = await AttendedMachine.StartAsync(
            new Machine(MemoryMiB: 128, IcountShift: 0, Devices: card.Arguments, IdlesInHostTime: true),
            Path.Combine(reference, "kernel", "bin", "merriwig.elf"),
            Path.Combine(reference, "programs", "bin", "boot.tar"));
        var sitting = new NetworkSitting(machine);
        try
        {
            await sitting.Terminal.WaitAsync(LoginPrompt);
            await sitting.Terminal.EnterAsync("user", Prompt);
            await sitting.WaitForAsync("dhcp", Address);
            return sitting;
        }
        catch
        {
            await machine.DisposeAsync();
            throw;
        }
    }

    /// <summary>Types a line. Returns what comes of it.</summary>
    internal Task<string> EnterAsync(string line) => Terminal.EnterAsync(line, Prompt);

    /// <summary>Looks by a command until what it says has a text in it.</summary>
    internal async Task WaitForAsync(string command, string text)
    {
        string output = "";
        for (int i = 0; i < MostLooks && !output.Contains(text, StringComparison.Ordinal); i++)
            output = await EnterAsync(command);
        Assert.That(output, Does.Contain(text));
    }

    /// <summary>The host's port that leads to one of the guest's.</summary>
    internal Task<int> HostPortAsync(int guestPort) => Machine.HostPortAsync(guestPort);

    public ValueTask DisposeAsync() => Machine.DisposeAsync();
}
