using System.Collections.Generic;
using System.Linq;
using Euralios.Programs.Pci;
using NUnit.Framework;

namespace Euralios.Programs.Tests;

/// <summary>The scan of the buses, on configuration spaces of the test's making.</summary>
internal sealed class PciTests
{
    [Test]
    public void A_small_machine()
    {
        var space = new Space();
        space.Add(0, 0, 0, 0x1237_8086, 0x0600_0000);
        space.Add(0, 1, 0, 0x7000_8086, 0x0601_0000, header: 0x80);
        space.Add(0, 1, 1, 0x7010_8086, 0x0101_8000);
        space.Add(0, 3, 0, 0x8139_10EC, 0x0200_0000, subsystem: 0x1100_1AF4);

        // Not there: function 1 of a device that says that it has one.
        space.Add(0, 3, 1, 0x8139_10EC, 0x0200_0000);
        PciFunction[] functions = BusScan.Run(space);
        Assert.That(functions.Select(function => function.Description), Is.EqualTo(new[]
        {
            "0000:00:00 [8086:1237] Host Bridge",
            "0000:01:00 [8086:7000] ISA Bridge",
            "0000:01:01 [8086:7010] IDE Controller",
            "0000:03:00 [10EC:8139] Ethernet Controller",
        }));
        Assert.That(functions[3].Name, Is.EqualTo("10EC_8139"));
        Assert.That(functions[3].Details, Does.EndWith("address 0x80001800, class 02, subclass 00, subsystem 1AF4:1100"));
    }

    [Test]
    public void Bridges_lead_on_and_circles_end()
    {
        var space = new Space();
        space.Add(0, 0, 0, 0x0001_1111, 0x0600_0000);
        space.Add(0, 2, 0, 0x0002_1111, 0x0604_0000, header: 1, secondary: 5);
        space.Add(0, 4, 0, 0x0003_1111, 0x0604_0000, header: 1, secondary: 0);
        space.Add(5, 0, 0, 0x0004_1111, 0x0604_0000, header: 1, secondary: 7);
        space.Add(5, 31, 0, 0x0005_1111, 0x0C03_3000);
        space.Add(7, 1, 0, 0x0006_1111, 0x0604_0000, header: 1, secondary: 5);
        space.Add(9, 0, 0, 0x0007_1111, 0x0200_0000);
        Assert.That(BusScan.Run(space).Select(function => function.Device), Is.EqualTo(new uint[] { 1, 2, 4, 6, 5, 3 }));
    }

    [Test]
    public void Several_host_bridges_have_a_bus_each()
    {
        var space = new Space();
        space.Add(0, 0, 0, 0x0001_1111, 0x0600_0000, header: 0x80);
        space.Add(0, 0, 2, 0x0002_1111, 0x0600_0000);
        space.Add(2, 6, 0, 0x0003_1111, 0x0200_0000);
        Assert.That(BusScan.Run(space).Select(function => function.Device), Is.EqualTo(new uint[] { 1, 2, 3 }));
    }

    [Test]
    public void More_functions_than_a_table_holds_at_first()
    {
        var space = new Space();
        for (int device = 0; device < 32; device++)
        {
            for (int function = 0; function < 8; function++)
                space.Add(0, device, function, 0x0001_1111, 0xFF00_0000, header: 0x80);
        }

        Assert.That(BusScan.Run(space), Has.Length.EqualTo(256));
    }

    [TestCase(0x8000_1800ul, true)]
    [TestCase(0x8000_1801ul, false)]
    [TestCase(0x0000_1800ul, false)]
    [TestCase(0x8100_0000ul, false)]
    [TestCase(0x1_8000_1800ul, false)]
    public void Addresses(ulong value, bool isAddress) => Assert.That(FunctionAddress.TryParse(value, out _), Is.EqualTo(isAddress));

    [TestCase(0x01u, 0x06u, 0x01u, "SATA Controller")]
    [TestCase(0x01u, 0x77u, 0u, "Mass Storage Controller")]
    [TestCase(0x06u, 0x80u, 0u, "Bridge")]
    [TestCase(0x0Cu, 0x03u, 0x30u, "USB Controller (xHCI)")]
    [TestCase(0x77u, 0u, 0u, "Unknown")]
    public void Classes_have_names(uint baseClass, uint subclass, uint programming, string name) =>
        Assert.That(ClassNames.Find(baseClass, subclass, programming), Is.EqualTo(name));

    [Test]
    public void Ports_that_no_firmware_gave_out_are_given_out_when_asked_for()
    {
        var space = new Space();
        FunctionAddress first = space.AddPorts(device: 2, size: 0x100, value: 1);
        FunctionAddress second = space.AddPorts(device: 3, size: 0x20, value: 1);
        FunctionAddress third = space.AddPorts(device: 4, size: 0x20, value: 0xD081);
        var addresses = new BaseAddresses(space, BusScan.Run(space));
        Assert.That(addresses.Read(first, 1), Is.EqualTo(0), "memory stays where it is");
        Assert.That(addresses.Read(first, 0), Is.EqualTo(0xD201), "above what a firmware has given out");
        Assert.That(addresses.Read(first, 0), Is.EqualTo(0xD201), "and for good");
        Assert.That(addresses.Read(second, 0), Is.EqualTo(0xD001));
        Assert.That(addresses.Read(third, 0), Is.EqualTo(0xD081));
        Assert.That(space.Read(first, PciFunction.Command), Is.EqualTo(0x0007), "ports are on, and nothing else has changed");
        Assert.That(space.Read(third, PciFunction.Command), Is.EqualTo(0x0006));
    }

    [Test]
    public void When_all_ports_are_taken_a_function_has_none()
    {
        var space = new Space();
        FunctionAddress[] functions = Enumerable.Range(0, 32).Select(device => space.AddPorts(device, 0x100, 1, bus: 0)).ToArray();
        FunctionAddress[] more = Enumerable.Range(0, 32).Select(device => space.AddPorts(device, 0x100, 1, bus: 1)).ToArray();
        PciFunction[] all = functions.Concat(more).Select(address => new PciFunction(address, 0, 0, 0)).ToArray();
        var addresses = new BaseAddresses(space, all);
        uint[] ports = all.Select(function => addresses.Read(function.Address, 0)).ToArray();
        Assert.That(ports.Take(48), Is.Unique.And.All.InRange(0xD001u, 0xFF01u));
        Assert.That(ports.Skip(48), Is.All.EqualTo(1));
    }

    private sealed class Space : IConfigurationSpace
    {
        private readonly Dictionary<(uint Address, int Register), uint> sizes = [];

        private readonly Dictionary<(uint Address, int Register), uint> registers = [];

        internal void Add(int bus, int device, int function, uint identity, uint classRegister, uint header = 0, uint secondary = 0, uint subsystem = 0)
        {
            uint address = new FunctionAddress(bus, device, function).Value;
            registers[(address, PciFunction.Identity)] = identity;
            registers[(address, PciFunction.Class)] = classRegister;
            registers[(address, PciFunction.Header)] = header << 16;
            registers[(address, PciFunction.BridgeBuses)] = secondary << 8;
            registers[(address, PciFunction.Subsystem)] = subsystem;
        }

        /// <summary>A function with ports at its first register, and memory that nobody has placed at the second.</summary>
        internal FunctionAddress AddPorts(int device, uint size, uint value, int bus = 0)
        {
            Add(bus, device, 0, 0x0001_1111, 0x0200_0000);
            var address = new FunctionAddress(bus, device, 0);
            registers[(address.Value, PciFunction.Command)] = 6;
            registers[(address.Value, PciFunction.FirstBar)] = value;
            sizes[(address.Value, PciFunction.FirstBar)] = size;
            for (int number = 1; number < BaseAddresses.Count; number++)
                registers[(address.Value, PciFunction.FirstBar + number)] = 0;
            return address;
        }

        public uint Read(FunctionAddress function, int register) => registers.GetValueOrDefault((function.Value, register), 0xFFFF_FFFF);

        public void Write(FunctionAddress function, int register, uint value) => registers[(function.Value, register)] =
            sizes.TryGetValue((function.Value, register), out uint size) ? (value & ~(size - 1)) | 1 : value;
    }
}
