using Euralios.Net.Interface;
using Euralios.Net.Wire;
using Euralios.Programs.Nic;
using Euralios.Programs.Tcp;
using Euralios.Std;

namespace Merriwig.Lab;

/// <summary>What the program is for: the network of the machine, as the system's program <c>tcp</c>, but with an address that is given to it at once.</summary>
internal static class Entry
{
    private const int PrefixLength = 24;
    private const int FailedStatus = 1;

    private static readonly Ipv4Address Address = new(0x0A00_020F);
    private static readonly Ipv4Address Router = new(0x0A00_0202);

    internal static int Run(string[] arguments)
    {
        if (!FileSystem.TryOpen("/dev/nic", OpenFlags.Read, out Handle nic, out _, out Error error))
            return Fail("opened", error);
        var question = new Message(NicTags.GetMacAddress);
        if (!RemoteCall.TryCall(nic, ref question, NicTags.MacAddress, out Message answer, out error))
            return Fail("asked for its address", error);
        if (!Network.TryStart(nic, new MacAddress(Octets(answer.First.Value)), out Network? network, out error))
            return Fail("attached to", error);
        lock (network!.Gate)
        {
            network.Stack.Dhcp.Release();
            network.Stack.Configure(new Ipv4Configuration(Address, PrefixLength, Router), [], Network.Now);
            network.Settle();
        }

        Server.Serve(new RootDirectory(network), Handle.StandardInput);
        return 0;
    }

    /// <summary>The message has the first octet in bits 0 to 7, <see cref="MacAddress"/> has it in bits 40 to 47.</summary>
    private static ulong Octets(ulong address)
    {
        ulong result = 0;
        for (int i = 0; i < 6; i++)
            result = (result << 8) | ((address >> (i * 8)) & 0xFF);
        return result;
    }

    private static int Fail(string what, Error error)
    {
        Trace.Event("glue.failed").Text("because", $"the card was not {what}: {error.Text()}").End();
        return FailedStatus;
    }
}
