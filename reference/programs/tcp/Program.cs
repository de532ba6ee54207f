using Euralios.Net.Wire;
using Euralios.Programs.Nic;
using Euralios.Std;

namespace Euralios.Programs.Tcp;

/// <summary>
/// The network stack: it takes <c>/dev/nic</c>, gets an address by DHCP, and serves connections on standard input, whose other end is mounted at <c>/tcp</c>
/// (handouts/protocols.md, "Connections").
/// </summary>
internal static class Program
{
    private static int Main()
    {
        if (!FileSystem.TryOpen("/dev/nic", OpenFlags.Read, out Handle nic, out _, out Error error))
            return Fail($"no network card: {error.Text()}");
        var question = new Message(NicTags.GetMacAddress);
        if (!RemoteCall.TryCall(nic, ref question, NicTags.MacAddress, out Message answer, out error))
            return Fail($"the card does not tell its address: {error.Text()}");
        if (!Network.TryStart(nic, new MacAddress(WireOrder(answer.First.Value)), out Network? network, out error))
            return Fail($"the card is not to be had: {error.Text()}");
        Server.Serve(new RootDirectory(network!), Handle.StandardInput);
        return 0;
    }

    /// <summary>From the message's order, the first octet in bits 0 to 7, to that of <see cref="MacAddress"/>, the first octet in bits 40 to 47.</summary>
    private static ulong WireOrder(ulong address)
    {
        ulong result = 0;
        for (int i = 0; i < 6; i++)
            result = (result << 8) | ((address >> (i * 8)) & 0xFF);
        return result;
    }

    private static int Fail(string reason)
    {
        KernelLog.WriteLine($"[tcp] {reason}");
        return 1;
    }
}
