using System.Collections.Generic;
using System.IO;
using System.Net.Sockets;
using Euralios.Std;

namespace System.Net;

/// <summary>Names of machines.</summary>
public static class Dns
{
    /// <summary>The addresses of a machine.</summary>
    public static IPAddress[] GetHostAddresses(string hostNameOrAddress)
    {
        if (!TryGetHostAddresses(hostNameOrAddress, out IPAddress[] addresses, out Error error))
            throw new SocketException(error, hostNameOrAddress);
        return addresses;
    }

    /// <summary>The addresses of a machine.</summary>
    /// <param name="host">Its name, or an address.</param>
    /// <param name="addresses">The addresses: one at least.</param>
    /// <param name="error">Why there are none: <see cref="Error.HostNotFound"/> where nobody has this name.</param>
    public static bool TryGetHostAddresses(string host, out IPAddress[] addresses, out Error error)
    {
        addresses = [];
        if (IPAddress.TryParse(host, out IPAddress? literal))
        {
            addresses = [literal!];
            error = Error.None;
            return true;
        }

        if (!NetworkPath.IsHost(host))
        {
            error = Error.HostNotFound;
            return false;
        }

        if (!File.TryReadAllText(NetworkPath.Names + host, out string text, out error))
            return false;
        var found = new List<IPAddress>();
        foreach (string line in text.Split('\n'))
        {
            if (IPAddress.TryParse(line, out IPAddress? address))
                found.Add(address!);
        }

        addresses = found.ToArray();
        error = addresses.Length > 0 ? Error.None : Error.UnexpectedReply;
        return addresses.Length > 0;
    }
}
