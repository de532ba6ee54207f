namespace Euralios.Tools;

/// <summary>Shows the address of this machine and how it came to it: <c>dhcp</c></summary>
internal static class Program
{
    private static int Main(string[] args) =>
        NetworkReport.Write(args, "dhcp\nShows this machine's address, router and name servers, and how long they are its own.", "dhcp");
}
