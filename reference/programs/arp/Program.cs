namespace Euralios.Tools;

/// <summary>Shows which machines of this network the network stack knows: <c>arp</c></summary>
internal static class Program
{
    private static int Main(string[] args) =>
        NetworkReport.Write(args, "arp\nShows the machines of this network that are known, by address and by network card.", "arp");
}
