using System;
using Euralios.Net;
using Euralios.Net.Wire;

namespace Euralios.Programs.Tcp;

internal static class Program
{
    private static void Main() => Console.WriteLine($"{new Instant(5)} {new Ipv4Endpoint(new Ipv4Address(0x0A00020F), 80)}");
}
